import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const client = new S3Client({});

// ruleid: javascript.public-bucket
await client.send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: data, ACL: "public-read" }));
// ruleid: javascript.public-bucket
await client.send(new CreateBucketCommand({ Bucket: "b", ACL: "public-read-write" }));
// ruleid: javascript.public-bucket
await s3.upload({ Bucket: "b", Key: "k", Body: data, ACL: "public-read" }).promise();
// ruleid: javascript.public-bucket
const upload = multer({ storage: multerS3({ s3, bucket: "b", acl: "public-read" }) });
// ok: javascript.public-bucket
await client.send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: data }));
// ok: javascript.public-bucket
await client.send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: data, ACL: "private" }));
// ok: javascript.public-bucket
const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: "b", Key: "k", ACL: "bucket-owner-full-control" }));

import boto3

s3 = boto3.client("s3")
# ruleid: python.public-bucket
s3.put_object(Bucket="b", Key="k", Body=data, ACL="public-read")
# ruleid: python.public-bucket
s3.create_bucket(Bucket="b", ACL="public-read-write")
# ruleid: python.public-bucket
s3.upload_file("report.pdf", "b", "k", ExtraArgs={"ACL": "public-read"})
# ok: python.public-bucket
s3.put_object(Bucket="b", Key="k", Body=data)
# ok: python.public-bucket
s3.put_object(Bucket="b", Key="k", Body=data, ACL="private")
# ok: python.public-bucket
url = s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"}, ExpiresIn=300)

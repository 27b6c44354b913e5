/** The product's version, from the one manifest; the bundle holds a copy of this one value. */

import { version } from "../../package.json";

export const toolVersion: string = version;

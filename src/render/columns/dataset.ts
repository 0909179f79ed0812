import { linkColumn } from "./column.ts";

export const dataset = linkColumn("dataset", "Dataset");

import { linkColumn } from "./column.ts";

export const project = linkColumn("project", "Project");

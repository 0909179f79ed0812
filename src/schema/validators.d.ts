import type { ErrorObject } from "ajv";

interface Validate {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}

export const validatePaper: Validate;
export const validateTaxonomy: Validate;

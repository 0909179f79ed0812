import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "src/schema/types.ts", "src/schema/validators.js"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/consistent-type-definitions": "off",
    },
  },
  {
    files: ["**/*.mjs", "bin/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["bin/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);

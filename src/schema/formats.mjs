// What the schemas' formats accept, when the validators are made and when they run.
import formats from "ajv-formats/dist/formats.js";

/** A day of the calendar: https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export const date = formats.fullFormats.date;

/** What a browser takes for an address: https://url.spec.whatwg.org */
export const address = (text) => URL.canParse(text);

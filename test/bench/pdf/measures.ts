import { quantile } from "../table.ts";

/** How a measured value is printed. */
export const milliseconds = (value: number) => `${value.toFixed(0)} ms`;
export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
export const times = (value: number) => `${value.toFixed(2)}×`;
export const met = (isMet: boolean) => (isMet ? "met" : "not met");

/** Returns the median; NaN for no values. */
export const median = (values: readonly number[]) => quantile(values, 0.5) ?? Number.NaN;

/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { formTokenField } from "#functions/console/sign-in/require-session.ts";

interface PostFormProps {
  action: string;
  /** Of the visitor. */
  token: string;
  class?: string;
  children?: Child;
}

/** A form that changes something, with the token that shows it is ours. */
export function PostForm({ action, token, class: className, children }: PostFormProps) {
  return (
    <form method="post" action={action} class={className}>
      <input type="hidden" name={formTokenField} value={token} />
      {children}
    </form>
  );
}

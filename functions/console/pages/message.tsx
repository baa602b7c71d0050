/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

/** A page that says one thing, with what can be done next below it. */
export function Message({ title, paragraphs, children }: MessageProps) {
  return (
    <div class="prose console-message">
      <h1>{title}</h1>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </div>
  );
}

interface MessageProps {
  title: string;
  paragraphs: readonly string[];
  children?: Child;
}

/** @jsxImportSource hono/jsx */

/** Returns one box to tick; never ticked beforehand unless the visitor did. */
export function CheckField({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div class="choice" data-field={name}>
      <input type="checkbox" id={name} name={name} value="on" checked={checked} />
      <label for={name}>{label}</label>
    </div>
  );
}

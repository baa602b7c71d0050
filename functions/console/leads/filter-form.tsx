/** @jsxImportSource hono/jsx */
import { FilterFields } from "#functions/console/leads/filter-fields.tsx";
import { industryTexts, statusTexts } from "#functions/console/leads/lead-words.ts";
import type { ListQuery } from "#functions/console/leads/list-query.ts";
import type { Person } from "#functions/store/sales-record.ts";
import { industries } from "#shared/edition.ts";
import { leadStatuses } from "#shared/sales/lead-status.ts";

interface Option {
  value: string;
  text: string;
}

interface ChoiceProps {
  name: keyof ListQuery;
  label: string;
  any: string;
  options: readonly Option[];
  chosen: string | null;
}

function Choice({ name, label, any, options, chosen }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

const grades: readonly Option[] = [
  { value: "AB", text: "A or B" },
  ...["A", "B", "C", "D"].map((letter) => ({ value: letter, text: letter })),
];

const statuses: readonly Option[] = [
  { value: "open", text: "Open" },
  ...leadStatuses.map((status) => ({ value: status, text: statusTexts[status] })),
];

const troubles: readonly Option[] = [
  { value: "failed", text: "With a failed step" },
  { value: "held", text: "Held as suspected" },
];

interface FilterFormProps {
  query: ListQuery;
  people: readonly Person[];
  me: Person;
}

/** The filters; they stand in the address, so that a list can be kept and passed on. */
export function FilterForm({ query, people, me }: FilterFormProps) {
  const others = people.filter(({ id }) => id !== me.id);
  const owners: Option[] = [
    { value: "me", text: "Me" },
    { value: "none", text: "Nobody" },
    ...others.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <form method="get" action="/console/leads" class="console-filters">
      <FilterFields query={{ find: query.find }} />
      <Choice name="grade" label="Grade" any="Any" options={grades} chosen={query.grade} />
      <Choice name="status" label="Status" any="Any" options={statuses} chosen={query.status} />
      <Choice
        name="industry"
        label="Industry"
        any="Any"
        options={industries.map((id) => ({ value: id, text: industryTexts[id] }))}
        chosen={query.industry}
      />
      <Choice name="owner" label="Owner" any="Anyone" options={owners} chosen={query.owner} />
      <Choice name="trouble" label="Only" any="Not held" options={troubles} chosen={query.trouble} />
      <button type="submit" class="button secondary small-button">
        Show
      </button>
    </form>
  );
}

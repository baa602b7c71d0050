/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { lossTexts, statusTexts } from "#functions/console/leads/lead-words.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { leadStatuses, lossReasons } from "#shared/sales/lead-status.ts";

function StatusForm({ assessment, record, visitor, unsaved }: LeadContent) {
  const status = unsaved?.status ?? assessment.status;
  const reason = unsaved?.reason ?? record.lossReason;
  return (
    <PostForm
      action={`/console/leads/${assessment.id}/status`}
      token={visitor.formToken}
      class="console-form console-status"
    >
      <input type="hidden" name="seen" value={String(record.revision)} />
      <div>
        <label for="status">Status</label>
        <select id="status" name="status">
          {leadStatuses.map((one) => (
            <option key={one} value={one} selected={one === status}>
              {statusTexts[one]}
            </option>
          ))}
        </select>
      </div>
      <div data-loss>
        <label for="reason">Why it was lost</label>
        <select id="reason" name="reason">
          <option value="">Choose a reason</option>
          {lossReasons.map((one) => (
            <option key={one} value={one} selected={one === reason}>
              {lossTexts[one]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button small-button">
        Save status
      </button>
    </PostForm>
  );
}

function OwnerForm({ assessment, record, people, visitor, unsaved }: LeadContent) {
  const { id: me } = visitor.person;
  const owner = unsaved?.owner ?? record.owner?.id ?? "";
  const gone = record.owner !== null && people.every(({ id }) => id !== record.owner?.id);
  const choices = gone && record.owner !== null ? [...people, record.owner] : people;
  return (
    <PostForm action={`/console/leads/${assessment.id}/owner`} token={visitor.formToken} class="console-form">
      <input type="hidden" name="seen" value={String(record.revision)} />
      <div>
        <label for="owner">Owner</label>
        <select id="owner" name="owner">
          <option value="">Nobody</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id} selected={id === owner}>
              {id === me ? `${name} (you)` : name}
            </option>
          ))}
        </select>
      </div>
      <div class="console-buttons">
        <button type="submit" class="button secondary small-button">
          Save owner
        </button>
        {record.owner?.id === me ? null : (
          <button type="submit" class="link-button" name="take" value="yes">
            Take it
          </button>
        )}
      </div>
    </PostForm>
  );
}

/** Status and owner. */
export function ManagePart(content: LeadContent) {
  return (
    <section aria-labelledby="manage" class="console-manage">
      <h2 id="manage" class="visually-hidden">
        Status and owner
      </h2>
      <StatusForm {...content} />
      <OwnerForm {...content} />
    </section>
  );
}

/** A letter, its paragraphs kept, and what is said to this person alone. */
export function LetterWords({ body, detail }: { body: string; detail: string }) {
  return (
    <div class="prose">
      {[...body.split(/\n{2,}/), detail].filter(Boolean).map((part) => (
        <p key={part}>{part}</p>
      ))}
    </div>
  );
}

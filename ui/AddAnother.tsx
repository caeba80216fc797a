import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, LinkButton } from './Button.tsx';
import { FieldGroup } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import { uiWords } from './words.ts';

export interface AddAnotherProps extends FieldText {
  /** How many rows there are. */ readonly count: number;
  /** What one row is called: "Agency". */ readonly item: string;
  readonly row: (index: number) => ReactNode;
  readonly onAdd: () => void; readonly onRemove: (index: number) => void;
  /** One control per row, without a frame. */ readonly plain?: boolean;
  readonly addLabel?: string; readonly max?: number;
}

/** Rows that a person adds and removes; focus goes to the new row, or to the button after a removal. */
export function AddAnother({ count, item, row, onAdd, onRemove, plain = false, addLabel = uiWords.addAnother, max = 200, ...text }: AddAnotherProps) {
  const list = useRef<HTMLUListElement>(null);
  const button = useRef<HTMLSpanElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    if (count < before.current) button.current?.querySelector('button')?.focus();
    before.current = count;
  }, [count]);
  return (
    <FieldGroup {...text}>
      <ul className={`cw-rows${plain ? ' plain' : ''}`} ref={list}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index}>
            {plain ? row(index) : <><div className="cw-row cw-sp"><b>{uiWords.item(item, index + 1)}</b><LinkButton onClick={() => onRemove(index)} aria-label={uiWords.removeItem(item, index + 1)}>{uiWords.remove}</LinkButton></div>{row(index)}</>}
            {plain ? <LinkButton onClick={() => onRemove(index)} aria-label={uiWords.removeItem(item, index + 1)}>{uiWords.remove}</LinkButton> : null}
          </li>
        ))}
      </ul>
      {count < max ? <span ref={button}><Button kind="secondary" small onClick={onAdd}>{addLabel}</Button></span> : null}
    </FieldGroup>
  );
}

/** Rows of a list as what they stand for: known by their key, and not by their place. */
import { fieldText, isGivenNumber, type Row, type RowKey } from '../reference';
import { BadAnswerError } from './errors';

/** The text that no other row of a whole list has. */
export function rowName(row: Row, { field }: RowKey): string {
  return field === undefined ? JSON.stringify(row) : fieldText(row, field);
}

/** @throws BadAnswerError unless every row has a number where its kind has one: nobody could ask for it again. */
export function checkNumbers(rows: readonly Row[], key: RowKey, status: number): void {
  if (key.isNumber && !rows.every((row) => isGivenNumber(rowName(row, key)))) {
    throw new BadAnswerError('no-instance-number', status);
  }
}

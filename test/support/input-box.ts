// The editor's input box, whose user does something as soon as it is shown.
import { EventEmitter, type InputBoxValidationMessage, type QuickInputButton } from 'vscode';

export class InputBox {
  title = '';
  value = '';
  validationMessage: InputBoxValidationMessage | undefined;
  buttons: readonly QuickInputButton[] = [];
  private readonly changed = new EventEmitter<string>();
  private readonly accepted = new EventEmitter<void>();
  private readonly pressed = new EventEmitter<QuickInputButton>();
  private readonly hidden = new EventEmitter<void>();
  readonly onDidChangeValue = this.changed.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidTriggerButton = this.pressed.event;
  readonly onDidHide = this.hidden.event;

  constructor(private readonly act: (box: InputBox) => void) {}

  show(): void {
    this.act(this);
  }

  type(text: string): void {
    this.value = text;
    this.changed.fire(text);
  }

  enter(): void {
    this.accepted.fire();
  }

  /** Presses the button at this place, the first one being 0; the last one is -1. */
  press(place: number): void {
    const button = this.buttons.at(place);
    if (button) this.pressed.fire(button);
  }

  escape(): void {
    this.hidden.fire();
  }

  dispose(): void {
    this.escape();
  }
}

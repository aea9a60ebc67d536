/** The form of the API reference: what one action, one answer field and one request parameter look like as data. */

/** The two environments of NAVER Cloud Platform. */
export type Environment = 'vpc' | 'classic';

/** A service of the gateway; it fixes the base path and, for billing, the host. */
export type Service = 'server' | 'vserver' | 'vpc' | 'billing';

/**
 * How an action may be repeated. `read`: freely. `state-checked`: only after its target was read again.
 * `create`: never, it is sent at most once.
 */
export type ActionClass = 'read' | 'state-checked' | 'create';

/**
 * How sure we are of a fact: `documented` on a page of the docs, held by NCP's own `sdk` or Terraform provider, `seen`
 * in a real answer that someone else published, or our own `guess`.
 */
export type Evidence = 'documented' | 'sdk' | 'seen' | 'guess';

/** A language that every text of ours exists in. */
export type Locale = 'en' | 'ko';

/** A text of ours in every language. */
export type Localized = Readonly<Record<Locale, string>>;

/** The type of an answer field. A one-item tuple is a list of that type; `code` is `{ code, codeName }`. */
export type FieldType = 'string' | 'number' | 'boolean' | 'code' | { readonly shape: string } | readonly [FieldType];

/** The fields of an answer item in the order in which NCP writes them. */
export type Shape = Readonly<Record<string, FieldType>>;

/** A limit on one value. `base64` counts the bytes of the value once it is base64 text. */
export interface Limit {
  readonly unit: 'characters' | 'bytes' | 'base64' | 'items' | 'value' | 'gigabytes';
  readonly min?: number;
  readonly max?: number;
}

/** A parameter of any action. `name` is the wire name; `N` stands for a 1-based index (`networkInterfaceList.N.ip`). */
export interface Parameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly need: 'required' | 'conditional' | 'optional';
  readonly limits?: readonly Limit[];
  /** Source of a regular expression that the whole value must match. */
  readonly pattern?: string;
  /** What the pattern asks for, in words. */
  readonly form?: Localized;
  readonly enum?: readonly string[];
  /** Left out means `documented`. */
  readonly evidence?: Evidence;
}

/** One action of the API. */
export interface Action {
  readonly service: Service;
  readonly name: string;
  readonly class: ActionClass;
  /** True when `pageNo` and `pageSize` are understood. */
  readonly paged: boolean;
  readonly parameters: readonly Parameter[];
  /** The fields of the answer beside `requestId`, `returnCode`, `returnMessage` and `totalRows`. */
  readonly answer: Shape;
  /** Address of the page of the official docs. */
  readonly page: string;
}

/** Where the form's pick list of a parameter comes from. */
export interface Source {
  readonly service: Service;
  readonly action: string;
  /** The list of the answer whose rows are offered. */
  readonly list: string;
  /** The row's field that is sent, dotted for nested fields. */
  readonly value: string;
  /** The row's fields that are shown, most telling first, dotted for nested fields. */
  readonly label: readonly string[];
  /** Fixed parameters of the look-up. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Further look-ups, each with these parameters besides, whose rows follow: what the plain list leaves out. */
  readonly also?: readonly Readonly<Record<string, string>>[];
  /** Takes the place of `fixed` for one kind of server. */
  readonly fixedFor?: Readonly<Partial<Record<ServerKind, Readonly<Record<string, string>>>>>;
  /**
   * Parameters of the look-up (keys) that take the value of another form field (wire name), or a field of its chosen
   * row (`subnetNo@zoneCode`). Without it there is no list yet. `lookupParams` reads all of this.
   */
  readonly needs?: Readonly<Record<string, string>>;
  /** As `needs`, but the look-up is also made while that field is empty. */
  readonly narrowedBy?: Readonly<Record<string, string>>;
}

/** A section of the form. */
export type Section = 'basics' | 'image' | 'network' | 'storage' | 'access' | 'script' | 'protection' | 'advanced';

/** A group of parameters of which only one is given. */
export type Choice = 'image' | 'script';

/** Something that can be made on the spot, so that it can be picked. */
export type Maker = 'createLoginKey' | 'importLoginKey' | 'uploadScript';

/** A hypervisor or kind of server that a parameter applies to. */
export type ServerKind = 'XEN' | 'RHV' | 'KVM' | 'BM';

/** An operating system as init scripts call it. */
export type OperatingSystem = 'LNX' | 'WND';

/** A limit that one operating system adds to those of the parameter. A warning is one that NCP may not have. */
export interface SystemLimit extends Limit {
  readonly severity: Problem['severity'];
}

/** How the provider of Terraform takes a value: as an argument of the server, or of a nested block in it. */
export interface TerraformArgument {
  readonly argument: string;
  /** The nested block, one for each item of the list. */
  readonly block?: string;
  /** The provider takes a number where the API takes a text. */
  readonly isNumber?: true;
  /** The provider takes it only beside this parameter (wire name). */
  readonly with?: string;
}

/** How the provider of Terraform takes a value of an item that is a resource of its own there. */
export interface TerraformOwnArgument {
  readonly argument: string;
  readonly isNumber?: true;
  /** Without it there is no such resource. */
  readonly isNeeded?: true;
}

/**
 * What a parameter is for the names of the servers: the name itself, how many, the first serial number; `order` is the
 * place of an item in its list, which nobody fills in; the item in the place 0 is the default one. Nobody need be told of
 * it beside the names.
 */
export type Role = 'name' | 'count' | 'start' | 'order';

/** How a parameter of a list is told of one item of it: in the line about the item, and in a problem behind its title. */
export interface ItemWords {
  /** What it is called beside the title of its item: `size`. */
  readonly label: Localized;
  /** The value in the line, where `{}` stands for it; left out for the value alone. Of a boolean only true is told. */
  readonly value?: Localized;
  /** What takes the place of one value in the line. */
  readonly words?: Readonly<Record<string, Localized>>;
  /** The values in the line when there are several, where `{}` stands for their number. */
  readonly several?: Localized;
  /** What the line says of a value that is not given, unless one of these parameters (wire names) of the item is. */
  readonly absent?: { readonly words: Localized; readonly without?: readonly string[] };
  /** Its value stands right behind that of this parameter (wire name) of the item. */
  readonly behind?: string;
  /** It takes the place of the number in the title of the item. */
  readonly isTitle?: true;
  /** Of the default item it is not told where that parameter (wire name) says the same. */
  readonly unlike?: string;
}

/** A parameter of createServerInstances, with all that the form, the presets and the checks need to know. */
export interface CreateParameter extends Parameter {
  /** What people call it. */
  readonly label: Localized;
  /** One sentence about it, with its limits. */
  readonly hint: Localized;
  /** What people call the values of its `enum`. */
  readonly enumWords?: Readonly<Record<string, Localized>>;
  /** Of a parameter in a list of items. */
  readonly item?: ItemWords;
  readonly section: Section;
  readonly role?: Role;
  /** What NCP assumes when the parameter is left out, as far as documented. */
  readonly default?: string;
  /**
   * What the form starts with, where that differs from leaving it empty. `first` takes the first row of the pick list,
   * `newest` the one with the latest `createDate`, `next` the lowest number from 1 that no other item of the list has.
   */
  readonly initial?: string;
  readonly source?: Source;
  /** How a missing row of the pick list can be made. */
  readonly makers?: readonly Maker[];
  /** Parameters of one group exclude each other; the form lets the user choose which one to give. */
  readonly oneOf?: Choice;
  /** Sent only when one of these parameters (wire names) has a value. */
  readonly with?: readonly string[];
  /** Not sent beside this parameter (wire name), which takes its place; of a list the one of the same item. */
  readonly without?: string;
  /** Sent only when the row that was picked for a parameter (wire name) has this in a field, or nothing there. */
  readonly onlyFor?: { readonly name: string; readonly field: string; readonly is: string };
  /** Kinds of server that it applies to; left out means all. */
  readonly kinds?: readonly ServerKind[];
  /** Narrower limits by the operating system of the image. A name is measured with the serial number that it gets. */
  readonly systemLimits?: Readonly<Partial<Record<OperatingSystem, SystemLimit>>>;
  /** At most this many items, for parameters with an `N`; the outermost `N` of a repeating group. */
  readonly maxItems?: number;
  /** Only shown when the user unfolds the section, or the other alternatives. */
  readonly rare?: boolean;
  /** The parameter (wire name) whose value the first item of the list has when it is left out there. */
  readonly firstAs?: string;
  /** How Terraform takes it; `elsewhere` is by other means than an argument of the server. Left out means not at all. */
  readonly terraform?: TerraformArgument | 'elsewhere';
  /** How Terraform takes it of a storage that is not the base one, which is a resource of its own. */
  readonly terraformOwn?: TerraformOwnArgument;
  /**
   * The field of a server's row that tells the value back, dotted for nested fields and with `N` for the items of a
   * list. For a boolean it is enough that there is something in it. Left out for what is not told, or not by the row.
   */
  readonly toldAs?: string;
  /** A field without which the one of `toldAs` does not count. */
  readonly toldWith?: string;
  /** Multi-line text. */
  readonly multiline?: boolean;
  /** Its value may hold a secret, so it is kept nowhere and in no log. */
  readonly isSecret?: boolean;
  /** Supplied by the account or the client, so that the form leaves it out. */
  readonly supplied?: boolean;
  readonly page: string;
}

/** What is written down about a create parameter; its page is that of all parameters of its environment. */
export type CreateEntry = Omit<CreateParameter, 'page'>;

/** What the user has filled in: concrete wire names (`networkInterfaceList.1.ip`) to text. Booleans are `true` and `false`. */
export type Values = Readonly<Record<string, string>>;

/** A row of a look-up, decoded as the shape says. */
export type Row = Readonly<Record<string, unknown>>;

/** What the checks across fields may know beside the values. */
export interface Context {
  readonly environment: Environment;
  /** The chosen row of each picked value, by concrete wire name. A missing row makes the rules that need it silent. */
  readonly rows: Readonly<Record<string, Row>>;
}

/** A fault in the values. `error` keeps the request from being sent, `warning` does not. */
export interface Problem {
  /** Concrete wire name of the parameter to blame. */
  readonly name: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** What the localised sentence of the rule needs: figures, names. */
  readonly args: Readonly<Record<string, string | number>>;
  /** A value that does away with it, by its concrete wire name; it may begin a new item of a list. */
  readonly mend?: { readonly name: string; readonly value: string };
}

import { createServer, type Socket } from 'node:net';

export interface SmtpMessage {
  readonly from: string;
  readonly to: readonly string[];
  /** Header and body as they came, dots unstuffed. */
  readonly text: string;
}

export interface SmtpOptions {
  /** User and password it asks for; left out: it asks for none. */
  readonly account?: { readonly user: string; readonly password: string };
}

/** A mail server that speaks SMTP as RFC 5321 says, for tests: it keeps what it took. */
export interface SmtpServer {
  readonly port: number;
  readonly taken: readonly SmtpMessage[];
  /** What it says to the next commands of this verb instead of taking them, e.g. `refuse('RCPT', '550 5.1.1 No such user')`; null: takes again. */
  refuse(verb: string, answer: string | null): void;
  close(): Promise<void>;
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
const base64 = (text: string) => Buffer.from(text, 'base64').toString('utf8');

/** One conversation. */
class Session {
  #from = '';
  #to: string[] = [];
  #data: string[] | null = null;
  #login: string[] | null = null;
  #in: boolean;

  constructor(
    private readonly socket: Socket,
    private readonly server: { options: SmtpOptions; refusals: Map<string, string>; taken: SmtpMessage[] },
  ) {
    this.#in = server.options.account === undefined;
    this.say('220 mail.verbivka.example ready');
  }

  say(line: string): void {
    this.socket.write(`${line}\r\n`);
  }

  line(line: string): void {
    const answer = this.#answer(line);
    if (answer !== null) this.say(answer);
    if (line.toUpperCase() === 'QUIT') this.socket.end();
  }

  #answer(line: string): string | null {
    if (this.#data) return this.#content(line, this.#data);
    if (this.#login) return this.#loginPart(line, this.#login);
    const verb = line.slice(0, 4).toUpperCase();
    return this.server.refusals.get(verb) ?? this.#command(verb, line);
  }

  #command(verb: string, line: string): string {
    if (verb === 'EHLO') {
      const auth = this.server.options.account ? '250-AUTH PLAIN LOGIN\r\n' : '';
      return `250-mail.verbivka.example\r\n${auth}250 8BITMIME`;
    }
    if (verb === 'AUTH') return this.#auth(line);
    if (verb === 'QUIT') return '221 bye';
    if (!this.#in) return '530 5.7.0 Authentication required';
    if (verb === 'MAIL') this.#from = addressIn(line);
    else if (verb === 'RCPT') this.#to.push(addressIn(line));
    else if (verb === 'DATA') {
      this.#data = [];
      return '354 go on';
    }
    return '250 2.0.0 Ok';
  }

  #auth(line: string): string {
    const [, how = '', initial = ''] = line.split(' ');
    if (how.toUpperCase() === 'LOGIN') {
      this.#login = [];
      return '334 VXNlcm5hbWU6';
    }
    const [, user = '', password = ''] = base64(initial).split('\0');
    return this.#judge(user, password);
  }

  #loginPart(line: string, parts: string[]): string {
    parts.push(base64(line));
    const [user = '', password] = parts;
    if (password === undefined) return '334 UGFzc3dvcmQ6';
    this.#login = null;
    return this.#judge(user, password);
  }

  #judge(user: string, password: string): string {
    const { account } = this.server.options;
    this.#in = account?.user === user && account.password === password;
    return this.#in ? '235 2.7.0 Welcome' : '535 5.7.8 Bad credentials';
  }

  #content(line: string, lines: string[]): string | null {
    if (line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line);
      return null;
    }
    // header fields come folded; tests read them in one line
    const text = lines.join('\n').replace(/\n[ \t]+/g, ' ');
    this.server.taken.push({ from: this.#from, to: this.#to, text });
    this.#data = null;
    this.#to = [];
    return '250 2.0.0 Ok: queued as TEST1';
  }
}

/** Opens it on a free port of this machine. */
export async function openSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const refusals = new Map<string, string>();
  const taken: SmtpMessage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const session = new Session(socket, { options, refusals, taken });
    let rest = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) session.line(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    taken,
    refuse(verb, answer) {
      if (answer === null) refusals.delete(verb);
      else refusals.set(verb, answer);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';

export interface PageFile {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/** The folder that the page is built into: beside the compiled code, whether this runs compiled or not. */
const builtPage = (from = __dirname): string | undefined => {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'nest-cli.json'))) return join(folder, 'dist/apps/dashboard');
  }
  return undefined;
};

/** The public page as it was built, in memory: nothing else of the disk can be asked for. Empty when it was not built. */
@Injectable()
export class PageFiles {
  readonly index: PageFile | undefined;
  private readonly assets = new Map<string, PageFile>();

  constructor() {
    const folder = builtPage();
    if (folder === undefined || !existsSync(join(folder, 'index.html'))) return;
    this.index = fileOf(join(folder, 'index.html'));
    const assets = join(folder, 'assets');
    for (const name of existsSync(assets) ? readdirSync(assets) : []) {
      if (extname(name) in TYPES) this.assets.set(name, fileOf(join(assets, name)));
    }
  }

  asset(name: string): PageFile | undefined {
    return this.assets.get(name);
  }
}

const fileOf = (path: string): PageFile => {
  const body = readFileSync(path);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', etag, body, gzipped: gzipSync(body, { level: 9 }) };
};

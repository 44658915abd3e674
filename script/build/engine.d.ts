// The modules that script/build.mjs makes out of the WebAssembly builds: the
// Emscripten glue and the module's bytes, both inside the bundle.
declare module 'looplet:engine' {
  /** The Emscripten factory. */
  export function createModule(options: {
    wasm: WebAssembly.Module;
  }): Promise<Record<string, unknown>>;

  /** A fresh copy of the WebAssembly module. Decoding takes about 1 ms. */
  export function wasmBytes(): Uint8Array<ArrayBuffer>;
}
declare module 'looplet:analysis' {
  /** The Emscripten factory. */
  export function createModule(options: {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }): Promise<Record<string, unknown>>;

  export { wasmBytes } from 'looplet:engine';
}
declare module 'looplet:design' {
  export { createModule, wasmBytes } from 'looplet:analysis';
}

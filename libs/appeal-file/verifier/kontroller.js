"use strict";
(() => {
  // node_modules/@noble/hashes/utils.js
  function isBytes(a) {
    return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
  }
  var atitle = (title) => title ? `"${title}" ` : "";
  function anumber(n, title = "") {
    if (typeof n !== "number")
      throw new TypeError(atitle(title) + "expected number, got " + typeof n);
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
    return n;
  }
  function abytes(value, length, title = "") {
    if (isBytes(value) && (length === void 0 || value.length === length))
      return value;
    if (length !== void 0)
      anumber(length, "length");
    const bytes = isBytes(value);
    const ofLen = length !== void 0 ? ` of length ${length}` : "";
    const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
    const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
    if (!bytes)
      throw new TypeError(message);
    throw new RangeError(message);
  }
  var aobject = (value, label) => {
    if (value === null || typeof value !== "object" || Array.isArray(value))
      throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
  };
  var aopts = (value, label) => {
    aobject(value, label);
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null)
      throw new TypeError(`"${label}" expected plain object`);
    if (Object.hasOwn(value, "__proto__"))
      throw new TypeError(`"${label}.__proto__" is not allowed`);
  };
  function aexists(instance, checkFinished = true) {
    if (instance.destroyed)
      throw new Error("hash was destroyed");
    if (checkFinished && instance.finished)
      throw new Error("digest() was already called");
  }
  function aoutput(out, instance) {
    abytes(out, void 0, "output");
    const min = instance.outputLen;
    if (!(out.length >= min)) {
      throw new RangeError('"output" expected length >= ' + min);
    }
  }
  function clean(...arrays) {
    for (let i2 = 0; i2 < arrays.length; i2++) {
      arrays[i2].fill(0);
    }
  }
  function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
  }
  function rotr(word, shift) {
    return word << 32 - shift | word >>> shift;
  }
  var hasHexBuiltin = /* @__PURE__ */ (() => (
    // @ts-ignore
    typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
  ))();
  var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i2) => i2.toString(16).padStart(2, "0"));
  function bytesToHex(bytes) {
    abytes(bytes);
    if (hasHexBuiltin)
      return bytes.toHex();
    let hex = "";
    for (let i2 = 0; i2 < bytes.length; i2++) {
      hex += hexes[bytes[i2]];
    }
    return hex;
  }
  function asciiToBase16(ch) {
    return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
  }
  function hexToBytes(hex) {
    if (typeof hex !== "string")
      throw new TypeError("hex string expected, got " + typeof hex);
    if (hasHexBuiltin) {
      try {
        return Uint8Array.fromHex(hex);
      } catch (error) {
        if (error instanceof SyntaxError)
          throw new RangeError(error.message);
        throw error;
      }
    }
    const hl = hex.length;
    const al = hl / 2;
    if (hl % 2)
      throw new RangeError("hex string expected, got unpadded hex of length " + hl);
    const array = new Uint8Array(al);
    for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
      const n1 = asciiToBase16(hex.charCodeAt(hi));
      const n2 = asciiToBase16(hex.charCodeAt(hi + 1));
      if (n1 === void 0 || n2 === void 0) {
        const char = hex[hi] + hex[hi + 1];
        throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
      }
      array[ai] = n1 * 16 + n2;
    }
    return array;
  }
  function utf8ToBytes(str) {
    if (typeof str !== "string")
      throw new TypeError("string expected");
    const encoded = new TextEncoder().encode(str);
    try {
      return new Uint8Array(encoded);
    } finally {
      clean(encoded);
    }
  }
  function concatBytes(...arrays) {
    let sum = 0;
    for (let i2 = 0; i2 < arrays.length; i2++) {
      const a = arrays[i2];
      abytes(a);
      sum += a.length;
    }
    const res = new Uint8Array(sum);
    for (let i2 = 0, pad = 0; i2 < arrays.length; i2++) {
      const a = arrays[i2];
      res.set(a, pad);
      pad += a.length;
    }
    return res;
  }
  function checkOpts(defaults, opts, title = "opts") {
    aopts(defaults, "defaults");
    if (opts !== void 0)
      aopts(opts, title);
    const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
    return merged;
  }
  function createHasher(hashCons, info = {}) {
    if (typeof hashCons !== "function")
      throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
    info = checkOpts({}, info, "info");
    const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
    const tmp = hashCons(void 0);
    hashC.outputLen = tmp.outputLen;
    hashC.blockLen = tmp.blockLen;
    hashC.canXOF = tmp.canXOF;
    hashC.create = (opts) => hashCons(opts);
    Object.assign(hashC, info);
    return Object.freeze(hashC);
  }
  var oidNist = (suffix) => ({
    // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
    // Larger suffix values would need base-128 OID encoding and a different length byte.
    oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
  });

  // libs/proof/src/bytes.ts
  var HASH_HEX = /^[0-9a-f]{64}$/;
  var HASH_BYTES = 32;
  var hashFromHex = (text) => typeof text === "string" && HASH_HEX.test(text) ? hexToBytes(text) : null;
  var toHex = (bytes) => bytesToHex(bytes);
  var isHash = (bytes) => bytes.length === HASH_BYTES;
  var sameBytes = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);
  var toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
  function fromBase64(text) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  }

  // node_modules/@noble/hashes/_u64.js
  var U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
  var _32n = /* @__PURE__ */ BigInt(32);
  function fromBig(n, le = false) {
    if (le)
      return { h: Number(n & U32_MASK64), l: Number(n >> _32n & U32_MASK64) };
    return { h: Number(n >> _32n & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
  }
  function split(lst, le = false) {
    const len = lst.length;
    let Ah = new Uint32Array(len);
    let Al = new Uint32Array(len);
    for (let i2 = 0; i2 < len; i2++) {
      const { h, l } = fromBig(lst[i2], le);
      [Ah[i2], Al[i2]] = [h, l];
    }
    return [Ah, Al];
  }
  var fromNumH = (n) => n / 2 ** 32 | 0;
  var fromNumL = (n) => n >>> 0;
  function setU64FromNum(view, byteOffset, n, isLE) {
    const h = fromNumH(n);
    const l = fromNumL(n);
    view.setUint32(byteOffset, isLE ? l : h, isLE);
    view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
  }
  var shrSH = (h, _l, s) => h >>> s;
  var shrSL = (h, l, s) => h << 32 - s | l >>> s;
  var rotrSH = (h, l, s) => h >>> s | l << 32 - s;
  var rotrSL = (h, l, s) => h << 32 - s | l >>> s;
  var rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
  var rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
  function add(Ah, Al, Bh, Bl) {
    const l = (Al >>> 0) + (Bl >>> 0);
    return { h: Ah + Bh + (l / 2 ** 32 | 0) | 0, l: l | 0 };
  }
  var add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
  var add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
  var add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
  var add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
  var add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
  var add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;

  // node_modules/@noble/hashes/_md.js
  function Chi(a, b, c) {
    return a & b ^ ~a & c;
  }
  function Maj(a, b, c) {
    return a & b ^ a & c ^ b & c;
  }
  var HashMD = class {
    blockLen;
    outputLen;
    canXOF = false;
    padOffset;
    isLE;
    // For partial updates less than block size
    buffer;
    view;
    finished = false;
    length = 0;
    pos = 0;
    destroyed = false;
    constructor(blockLen, outputLen, padOffset, isLE) {
      this.blockLen = blockLen;
      this.outputLen = outputLen;
      this.padOffset = padOffset;
      this.isLE = isLE;
      this.buffer = new Uint8Array(blockLen);
      this.view = createView(this.buffer);
    }
    update(data) {
      aexists(this);
      abytes(data);
      const { view, buffer, blockLen } = this;
      const len = data.length;
      let processed = false;
      for (let pos = 0; pos < len; ) {
        const take = Math.min(blockLen - this.pos, len - pos);
        if (take === blockLen) {
          const dataView = createView(data);
          for (; blockLen <= len - pos; pos += blockLen)
            this.process(dataView, pos);
          processed = true;
          continue;
        }
        buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
        this.pos += take;
        pos += take;
        if (this.pos === blockLen) {
          this.process(view, 0);
          this.pos = 0;
          processed = true;
        }
      }
      this.length += data.length;
      if (processed)
        this.roundClean();
      return this;
    }
    digestInto(out) {
      aexists(this);
      aoutput(out, this);
      this.finished = true;
      const { buffer, view, blockLen, isLE } = this;
      let { pos } = this;
      buffer[pos++] = 128;
      buffer.fill(0, pos);
      if (this.padOffset > blockLen - pos) {
        this.process(view, 0);
        buffer.fill(0);
      }
      setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
      this.process(view, 0);
      this.roundClean();
      const oview = out === buffer ? view : createView(out);
      const len = this.outputLen;
      const outLen = len / 4;
      const state = this.get();
      if (len % 4 || outLen > state.length)
        throw new Error("invalid outputLen");
      for (let i2 = 0; i2 < outLen; i2++)
        oview.setUint32(4 * i2, state[i2], isLE);
    }
    digest() {
      const { buffer, outputLen } = this;
      this.digestInto(buffer);
      const res = buffer.slice(0, outputLen);
      this.destroy();
      return res;
    }
    _cloneIntoMeta(to) {
      const { buffer, length, finished, destroyed, pos } = this;
      to.destroyed = destroyed;
      to.finished = finished;
      to.length = length;
      to.pos = pos;
      if (pos)
        to.buffer.set(buffer);
      return to;
    }
    clone() {
      return this._cloneInto();
    }
  };
  var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
    1779033703,
    3144134277,
    1013904242,
    2773480762,
    1359893119,
    2600822924,
    528734635,
    1541459225
  ]);
  var SHA512_IV = /* @__PURE__ */ Uint32Array.from([
    1779033703,
    4089235720,
    3144134277,
    2227873595,
    1013904242,
    4271175723,
    2773480762,
    1595750129,
    1359893119,
    2917565137,
    2600822924,
    725511199,
    528734635,
    4215389547,
    1541459225,
    327033209
  ]);

  // node_modules/@noble/hashes/sha2.js
  var SHA256_K = /* @__PURE__ */ Uint32Array.from([
    1116352408,
    1899447441,
    3049323471,
    3921009573,
    961987163,
    1508970993,
    2453635748,
    2870763221,
    3624381080,
    310598401,
    607225278,
    1426881987,
    1925078388,
    2162078206,
    2614888103,
    3248222580,
    3835390401,
    4022224774,
    264347078,
    604807628,
    770255983,
    1249150122,
    1555081692,
    1996064986,
    2554220882,
    2821834349,
    2952996808,
    3210313671,
    3336571891,
    3584528711,
    113926993,
    338241895,
    666307205,
    773529912,
    1294757372,
    1396182291,
    1695183700,
    1986661051,
    2177026350,
    2456956037,
    2730485921,
    2820302411,
    3259730800,
    3345764771,
    3516065817,
    3600352804,
    4094571909,
    275423344,
    430227734,
    506948616,
    659060556,
    883997877,
    958139571,
    1322822218,
    1537002063,
    1747873779,
    1955562222,
    2024104815,
    2227730452,
    2361852424,
    2428436474,
    2756734187,
    3204031479,
    3329325298
  ]);
  var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
  var SHA2_32B = class extends HashMD {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    // Numeric initializers matter: starting the fields as `undefined` changes
    // V8's field representation and makes sha256 3x slower (measured).
    A = 0;
    B = 0;
    C = 0;
    D = 0;
    E = 0;
    F = 0;
    G = 0;
    H = 0;
    constructor(outputLen, IV) {
      super(64, outputLen, 8, false);
      this.A = IV[0] | 0;
      this.B = IV[1] | 0;
      this.C = IV[2] | 0;
      this.D = IV[3] | 0;
      this.E = IV[4] | 0;
      this.F = IV[5] | 0;
      this.G = IV[6] | 0;
      this.H = IV[7] | 0;
    }
    get() {
      const { A, B, C, D, E, F, G: G2, H } = this;
      return [A, B, C, D, E, F, G2, H];
    }
    // prettier-ignore
    set(A, B, C, D, E, F, G2, H) {
      this.A = A | 0;
      this.B = B | 0;
      this.C = C | 0;
      this.D = D | 0;
      this.E = E | 0;
      this.F = F | 0;
      this.G = G2 | 0;
      this.H = H | 0;
    }
    _cloneInto(to) {
      (to ||= new this.constructor()).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i2 = 0; i2 < 16; i2++, offset += 4)
        SHA256_W[i2] = view.getUint32(offset, false);
      for (let i2 = 16; i2 < 64; i2++) {
        const W15 = SHA256_W[i2 - 15];
        const W2 = SHA256_W[i2 - 2];
        const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
        const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
        SHA256_W[i2] = s1 + SHA256_W[i2 - 7] + s0 + SHA256_W[i2 - 16] | 0;
      }
      let { A, B, C, D, E, F, G: G2, H } = this;
      for (let i2 = 0; i2 < 64; i2++) {
        const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
        const T1 = H + sigma1 + Chi(E, F, G2) + SHA256_K[i2] + SHA256_W[i2] | 0;
        const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
        const T2 = sigma0 + Maj(A, B, C) | 0;
        H = G2;
        G2 = F;
        F = E;
        E = D + T1 | 0;
        D = C;
        C = B;
        B = A;
        A = T1 + T2 | 0;
      }
      A = A + this.A | 0;
      B = B + this.B | 0;
      C = C + this.C | 0;
      D = D + this.D | 0;
      E = E + this.E | 0;
      F = F + this.F | 0;
      G2 = G2 + this.G | 0;
      H = H + this.H | 0;
      this.set(A, B, C, D, E, F, G2, H);
    }
    roundClean() {
      clean(SHA256_W);
    }
    destroy() {
      this.destroyed = true;
      this.set(0, 0, 0, 0, 0, 0, 0, 0);
      clean(this.buffer);
    }
  };
  var _SHA256 = class extends SHA2_32B {
    constructor() {
      super(32, SHA256_IV);
    }
  };
  var K512 = /* @__PURE__ */ (() => split([
    "0x428a2f98d728ae22",
    "0x7137449123ef65cd",
    "0xb5c0fbcfec4d3b2f",
    "0xe9b5dba58189dbbc",
    "0x3956c25bf348b538",
    "0x59f111f1b605d019",
    "0x923f82a4af194f9b",
    "0xab1c5ed5da6d8118",
    "0xd807aa98a3030242",
    "0x12835b0145706fbe",
    "0x243185be4ee4b28c",
    "0x550c7dc3d5ffb4e2",
    "0x72be5d74f27b896f",
    "0x80deb1fe3b1696b1",
    "0x9bdc06a725c71235",
    "0xc19bf174cf692694",
    "0xe49b69c19ef14ad2",
    "0xefbe4786384f25e3",
    "0x0fc19dc68b8cd5b5",
    "0x240ca1cc77ac9c65",
    "0x2de92c6f592b0275",
    "0x4a7484aa6ea6e483",
    "0x5cb0a9dcbd41fbd4",
    "0x76f988da831153b5",
    "0x983e5152ee66dfab",
    "0xa831c66d2db43210",
    "0xb00327c898fb213f",
    "0xbf597fc7beef0ee4",
    "0xc6e00bf33da88fc2",
    "0xd5a79147930aa725",
    "0x06ca6351e003826f",
    "0x142929670a0e6e70",
    "0x27b70a8546d22ffc",
    "0x2e1b21385c26c926",
    "0x4d2c6dfc5ac42aed",
    "0x53380d139d95b3df",
    "0x650a73548baf63de",
    "0x766a0abb3c77b2a8",
    "0x81c2c92e47edaee6",
    "0x92722c851482353b",
    "0xa2bfe8a14cf10364",
    "0xa81a664bbc423001",
    "0xc24b8b70d0f89791",
    "0xc76c51a30654be30",
    "0xd192e819d6ef5218",
    "0xd69906245565a910",
    "0xf40e35855771202a",
    "0x106aa07032bbd1b8",
    "0x19a4c116b8d2d0c8",
    "0x1e376c085141ab53",
    "0x2748774cdf8eeb99",
    "0x34b0bcb5e19b48a8",
    "0x391c0cb3c5c95a63",
    "0x4ed8aa4ae3418acb",
    "0x5b9cca4f7763e373",
    "0x682e6ff3d6b2b8a3",
    "0x748f82ee5defb2fc",
    "0x78a5636f43172f60",
    "0x84c87814a1f0ab72",
    "0x8cc702081a6439ec",
    "0x90befffa23631e28",
    "0xa4506cebde82bde9",
    "0xbef9a3f7b2c67915",
    "0xc67178f2e372532b",
    "0xca273eceea26619c",
    "0xd186b8c721c0c207",
    "0xeada7dd6cde0eb1e",
    "0xf57d4f7fee6ed178",
    "0x06f067aa72176fba",
    "0x0a637dc5a2c898a6",
    "0x113f9804bef90dae",
    "0x1b710b35131c471b",
    "0x28db77f523047d84",
    "0x32caab7b40c72493",
    "0x3c9ebe0a15c9bebc",
    "0x431d67c49c100d4c",
    "0x4cc5d4becb3e42b6",
    "0x597f299cfc657e2a",
    "0x5fcb6fab3ad6faec",
    "0x6c44198c4a475817"
  ].map((n) => BigInt(n))))();
  var SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
  var SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
  var SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
  var SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
  var SHA2_64B = class extends HashMD {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    // h -- high 32 bits, l -- low 32 bits
    // Numeric initializers matter: starting the fields as `undefined` changes
    // V8's field representation and slows hashing down (measured on sha256).
    Ah = 0;
    Al = 0;
    Bh = 0;
    Bl = 0;
    Ch = 0;
    Cl = 0;
    Dh = 0;
    Dl = 0;
    Eh = 0;
    El = 0;
    Fh = 0;
    Fl = 0;
    Gh = 0;
    Gl = 0;
    Hh = 0;
    Hl = 0;
    constructor(outputLen, IV) {
      super(128, outputLen, 16, false);
      this.Ah = IV[0] | 0;
      this.Al = IV[1] | 0;
      this.Bh = IV[2] | 0;
      this.Bl = IV[3] | 0;
      this.Ch = IV[4] | 0;
      this.Cl = IV[5] | 0;
      this.Dh = IV[6] | 0;
      this.Dl = IV[7] | 0;
      this.Eh = IV[8] | 0;
      this.El = IV[9] | 0;
      this.Fh = IV[10] | 0;
      this.Fl = IV[11] | 0;
      this.Gh = IV[12] | 0;
      this.Gl = IV[13] | 0;
      this.Hh = IV[14] | 0;
      this.Hl = IV[15] | 0;
    }
    // prettier-ignore
    get() {
      const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
      return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
    }
    // prettier-ignore
    set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
      this.Ah = Ah | 0;
      this.Al = Al | 0;
      this.Bh = Bh | 0;
      this.Bl = Bl | 0;
      this.Ch = Ch | 0;
      this.Cl = Cl | 0;
      this.Dh = Dh | 0;
      this.Dl = Dl | 0;
      this.Eh = Eh | 0;
      this.El = El | 0;
      this.Fh = Fh | 0;
      this.Fl = Fl | 0;
      this.Gh = Gh | 0;
      this.Gl = Gl | 0;
      this.Hh = Hh | 0;
      this.Hl = Hl | 0;
    }
    _cloneInto(to) {
      (to ||= new this.constructor()).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i2 = 0; i2 < 16; i2++, offset += 4) {
        SHA512_W_H[i2] = view.getUint32(offset);
        SHA512_W_L[i2] = view.getUint32(offset += 4);
      }
      for (let i2 = 16; i2 < 80; i2++) {
        const W15h = SHA512_W_H[i2 - 15] | 0;
        const W15l = SHA512_W_L[i2 - 15] | 0;
        const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
        const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
        const W2h = SHA512_W_H[i2 - 2] | 0;
        const W2l = SHA512_W_L[i2 - 2] | 0;
        const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
        const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
        const SUMl = add4L(s0l, s1l, SHA512_W_L[i2 - 7], SHA512_W_L[i2 - 16]);
        const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i2 - 7], SHA512_W_H[i2 - 16]);
        SHA512_W_H[i2] = SUMh | 0;
        SHA512_W_L[i2] = SUMl | 0;
      }
      let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
      for (let i2 = 0; i2 < 80; i2++) {
        const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
        const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
        const CHIh = Eh & Fh ^ ~Eh & Gh;
        const CHIl = El & Fl ^ ~El & Gl;
        const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i2], SHA512_W_L[i2]);
        const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i2], SHA512_W_H[i2]);
        const T1l = T1ll | 0;
        const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
        const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
        const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
        const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
        Hh = Gh | 0;
        Hl = Gl | 0;
        Gh = Fh | 0;
        Gl = Fl | 0;
        Fh = Eh | 0;
        Fl = El | 0;
        ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
        Dh = Ch | 0;
        Dl = Cl | 0;
        Ch = Bh | 0;
        Cl = Bl | 0;
        Bh = Ah | 0;
        Bl = Al | 0;
        const All = add3L(T1l, sigma0l, MAJl);
        Ah = add3H(All, T1h, sigma0h, MAJh);
        Al = All | 0;
      }
      ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
      ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
      ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
      ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
      ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
      ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
      ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
      ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
      this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
    }
    roundClean() {
      clean(SHA512_W_H, SHA512_W_L);
    }
    destroy() {
      this.destroyed = true;
      clean(this.buffer);
      this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  };
  var _SHA512 = class extends SHA2_64B {
    constructor() {
      super(64, SHA512_IV);
    }
  };
  var sha256 = /* @__PURE__ */ createHasher(
    () => new _SHA256(),
    /* @__PURE__ */ oidNist(1)
  );
  var sha512 = /* @__PURE__ */ createHasher(
    () => new _SHA512(),
    /* @__PURE__ */ oidNist(3)
  );

  // libs/proof/src/canonical.ts
  function canonical(value) {
    const copy = inOrder(value);
    return copy === DISORDERLY ? written(value) : JSON.stringify(copy);
  }
  var portableSha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));
  var hashOf = (value, digest = portableSha256) => digest(canonical(value));
  var DISORDERLY = /* @__PURE__ */ Symbol("an object that cannot be copied in order");
  function inOrder(value) {
    if (typeof value !== "object" || value === null) return checked(value);
    if (Array.isArray(value)) return itemsInOrder(value);
    const copy = {};
    for (const key of sortedKeys(value)) {
      if (hasPlaceOfItsOwn(key)) return DISORDERLY;
      const property = inOrder(value[checkedText(key)]);
      if (property === DISORDERLY) return DISORDERLY;
      copy[key] = property;
    }
    return copy;
  }
  function itemsInOrder(items) {
    const copy = [];
    for (const item of items) {
      const ordered = inOrder(item);
      if (ordered === DISORDERLY) return DISORDERLY;
      copy.push(ordered);
    }
    return copy;
  }
  var saysOtherwise = (value) => typeof value.toJSON === "function";
  var hasPlaceOfItsOwn = (key) => key === "__proto__" || key <= "9" && /^\d/.test(key);
  function written(value) {
    if (typeof value !== "object" || value === null) return JSON.stringify(checked(value));
    if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
    const properties = sortedKeys(value).map((key) => `${JSON.stringify(checkedText(key))}:${written(value[key])}`);
    return `{${properties.join(",")}}`;
  }
  function sortedKeys(value) {
    if (saysOtherwise(value)) throw new TypeError("Only plain objects have a canonical form.");
    const keys = Object.keys(value).filter((key) => value[key] !== void 0);
    for (let from = 1; from < keys.length; from += 1) {
      const key = keys[from];
      let at = from;
      for (; at > 0 && keys[at - 1] > key; at -= 1) keys[at] = keys[at - 1];
      keys[at] = key;
    }
    return keys;
  }
  function checked(value) {
    switch (typeof value) {
      case "string":
        return checkedText(value);
      case "number":
        if (!Number.isFinite(value)) throw new TypeError("Only finite numbers have a canonical form.");
        return value;
      case "boolean":
        return value;
      default:
        if (value === null) return null;
        throw new TypeError("Only JSON values have a canonical form.");
    }
  }
  function checkedText(text) {
    if (!text.isWellFormed()) throw new TypeError("Half a surrogate pair has no canonical form.");
    return text;
  }

  // libs/proof/src/chain.ts
  var GENESIS = "0".repeat(64);
  function eventHash({ stream, revision, type, version, data, sealed, metadata }, digest) {
    const { hash, ...rest } = metadata;
    return hashOf({ stream, revision, type, version, data, sealed, metadata: rest }, digest);
  }
  function chainFault(previous, event, digest) {
    const fault = (what) => ({ stream: event.stream, revision: event.revision, fault: what });
    const expected = previous === null ? 0 : previous.revision + 1;
    if (event.revision !== expected) return fault("revision-missing");
    if (event.metadata.previousHash !== (previous?.hash ?? GENESIS)) return fault("previous-hash-differs");
    return event.metadata.hash === eventHash(event, digest) ? null : fault("hash-differs");
  }

  // node_modules/@noble/ed25519/index.js
  /*! noble-ed25519 - MIT License (c) 2019 Paul Miller (paulmillr.com) */
  var freeze = Object.freeze;
  var P = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn;
  var N = 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn;
  var _d = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
  var Gx = 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an;
  var Gy = 0x6666666666666666666666666666666666666666666666666666666666666658n;
  var _a = P - 1n;
  var ed25519_CURVE = freeze({
    p: P,
    n: N,
    h: 8n,
    a: _a,
    d: _d,
    Gx,
    Gy
  });
  var LEN = 32;
  var isBytes2 = (a) => {
    return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && a.BYTES_PER_ELEMENT === 1;
  };
  var abytes2 = (value, length, title = "") => {
    if (isBytes2(value) && (length === void 0 || value.length === length))
      return value;
    const bytes = isBytes2(value);
    const ofLen = length !== void 0 ? ` of length ${length}` : "";
    const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
    const message = (title ? `"${title}" ` : "") + "expected Uint8Array" + ofLen + ", got " + got;
    if (!bytes)
      throw new TypeError(message);
    throw new RangeError(message);
  };
  var snapshotBytes = (value, title = "", length) => Uint8Array.from(abytes2(value, length, title));
  var padh = (n, pad) => n.toString(16).padStart(pad, "0");
  var bytesToHex2 = (bytes) => {
    let hex = "";
    for (const byte of abytes2(bytes))
      hex += padh(byte, 2);
    return hex;
  };
  var hexToBytes2 = (hex) => {
    const e = "hex invalid";
    if (typeof hex !== "string")
      throw new TypeError(e);
    if (hex.length % 2 || !/^[\da-f]*$/i.test(hex))
      throw new RangeError(e);
    const array = new Uint8Array(hex.length / 2);
    for (let ai = 0, hi = 0; ai < array.length; ai++, hi += 2) {
      const n1 = hex.charCodeAt(hi);
      const n2 = hex.charCodeAt(hi + 1);
      array[ai] = ((n1 & 15) + (n1 >> 6) * 9) * 16 + (n2 & 15) + (n2 >> 6) * 9;
    }
    return array;
  };
  var concatBytes2 = (...arrays) => {
    let sum = 0;
    for (const a of arrays)
      sum += abytes2(a).length;
    const res = new Uint8Array(sum);
    let pad = 0;
    for (const a of arrays) {
      res.set(a, pad);
      pad += a.length;
    }
    return res;
  };
  var arange = (n, min, max2, msg = "bad number: out of range") => {
    if (typeof n !== "bigint")
      throw new TypeError(msg);
    if (min <= n && n < max2)
      return n;
    throw new RangeError(msg);
  };
  var mod = (a, b = P) => (a %= b) >= 0n ? a : b + a;
  var P_MASK = (1n << 255n) - 1n;
  var modP = (num) => {
    if (num < 0n)
      throw new RangeError("negative coordinate");
    let r = (num >> 255n) * 19n + (num & P_MASK);
    r = (r >> 255n) * 19n + (r & P_MASK);
    return r % P;
  };
  var modN = (a) => mod(a, N);
  var invert = (number, modulo) => {
    if (number === 0n)
      throw new Error("invert: expected non-zero number");
    if (modulo <= 1n)
      throw new Error("invert: expected modulus > 1, got " + modulo);
    let a = mod(number, modulo);
    let b = modulo;
    let x2 = 0n, u = 1n;
    while (a !== 0n) {
      const q = b / a;
      const r = b - a * q;
      const m = x2 - u * q;
      b = a, a = r, x2 = u, u = m;
    }
    const gcd = b;
    if (gcd !== 1n)
      throw new Error("invert: does not exist");
    return mod(x2, modulo);
  };
  var _hash = (name) => {
    const fn = hashes[name];
    if (typeof fn !== "function")
      throw new Error("hashes." + name + " not set");
    return fn;
  };
  var callHash = (name, ...m) => abytes2(_hash(name)(concatBytes2(...m)), 64, "digest");
  var apoint = (p) => {
    if (p instanceof Point)
      return p;
    throw new TypeError("Point expected");
  };
  var B256 = 2n ** 256n;
  var Point = class _Point {
    static BASE;
    static ZERO;
    X;
    Y;
    Z;
    T;
    // Constructor only bounds-checks and freezes XYZT coordinates; it does not prove the point is
    // on-curve or that T matches X*Y/Z.
    constructor(X, Y, Z, T) {
      const max2 = B256;
      this.X = arange(X, 0n, max2);
      this.Y = arange(Y, 0n, max2);
      this.Z = arange(Z, 1n, max2);
      this.T = arange(T, 0n, max2);
      freeze(this);
    }
    static CURVE() {
      return ed25519_CURVE;
    }
    static fromAffine(p) {
      return new _Point(p.x, p.y, 1n, modP(p.x * p.y));
    }
    /** RFC8032 5.1.3: Uint8Array to Point. */
    static fromBytes(bytes, zip215 = false) {
      const normed = snapshotBytes(bytes, "point", LEN);
      const lastByte = normed[31];
      normed[31] = lastByte & ~128;
      const y = bytesToNumberLE(normed);
      if (!zip215)
        arange(y, 0n, P);
      const y2 = modP(y * y);
      const u = mod(y2 - 1n);
      const v = modP(_d * y2 + 1n);
      let { isValid, value: x2 } = uvRatio(u, v);
      if (!isValid)
        throw new Error("bad point: y not sqrt");
      const isLastByteOdd = !!(lastByte & 128);
      if (!zip215 && x2 === 0n && isLastByteOdd)
        throw new Error("bad point: x==0, isLastByteOdd");
      if (isLastByteOdd !== !!(x2 & 1n))
        x2 = mod(-x2);
      return new _Point(x2, y, 1n, modP(x2 * y));
    }
    static fromHex(hex, zip215) {
      return _Point.fromBytes(hexToBytes2(hex), zip215);
    }
    get x() {
      return this.toAffine().x;
    }
    get y() {
      return this.toAffine().y;
    }
    /** Checks if the point is valid and on-curve. */
    assertValidity() {
      const a = _a;
      const d = _d;
      const p = this;
      if (p.is0())
        throw new Error("bad point: ZERO");
      const { X, Y, Z, T } = p;
      const X2 = modP(X * X);
      const Y2 = modP(Y * Y);
      const Z2 = modP(Z * Z);
      const Z4 = modP(Z2 * Z2);
      const aX2 = modP(X2 * a);
      const left = modP(Z2 * (aX2 + Y2));
      const right = mod(Z4 + modP(d * modP(X2 * Y2)));
      if (left !== right)
        throw new Error("bad point: equation left != right (1)");
      const XY = modP(X * Y);
      const ZT = modP(Z * T);
      if (XY !== ZT)
        throw new Error("bad point: equation left != right (2)");
      return this;
    }
    /** Equality check: compare points P&Q. */
    equals(other) {
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const { X: X2, Y: Y2, Z: Z2 } = apoint(other);
      return modP(X1 * Z2) === modP(X2 * Z1) && modP(Y1 * Z2) === modP(Y2 * Z1);
    }
    is0() {
      return this.equals(I);
    }
    /** Flip point over y coordinate. */
    negate() {
      return new _Point(mod(-this.X), this.Y, this.Z, mod(-this.T));
    }
    /** Point doubling. Complete formula. Cost: `4M + 4S + 1*a + 6add + 1*2`. */
    double() {
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const a = _a;
      const A = modP(X1 * X1);
      const B = modP(Y1 * Y1);
      const C = modP(2n * Z1 * Z1);
      const D = modP(a * A);
      const x1y1 = mod(X1 + Y1);
      const E = mod(modP(x1y1 * x1y1) - A - B);
      const G2 = mod(D + B);
      const F = mod(G2 - C);
      const H = mod(D - B);
      const X3 = modP(E * F);
      const Y3 = modP(G2 * H);
      const T3 = modP(E * H);
      const Z3 = modP(F * G2);
      return new _Point(X3, Y3, Z3, T3);
    }
    /** Point addition. Complete formula. Cost: `9M + 1*a + 1*d + 7add`. */
    add(other) {
      const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
      const { X: X2, Y: Y2, Z: Z2, T: T2 } = apoint(other);
      const a = _a;
      const d = _d;
      const A = modP(X1 * X2);
      const B = modP(Y1 * Y2);
      const C = modP(modP(T1 * d) * T2);
      const D = modP(Z1 * Z2);
      const E = mod(modP(mod(X1 + Y1) * mod(X2 + Y2)) - A - B);
      const F = mod(D - C);
      const G2 = mod(D + C);
      const H = mod(B - modP(a * A));
      const X3 = modP(E * F);
      const Y3 = modP(G2 * H);
      const T3 = modP(E * H);
      const Z3 = modP(F * G2);
      return new _Point(X3, Y3, Z3, T3);
    }
    subtract(other) {
      return this.add(apoint(other).negate());
    }
    /**
     * Point-by-scalar multiplication. Safe mode requires `1 <= n < CURVE.n`.
     * Unsafe mode additionally permits `n = 0` and returns the identity point for that case.
     * Uses {@link wNAF} for base point.
     * Uses fake point to mitigate side-channel leakage.
     * @param n - scalar by which point is multiplied
     * @param safe - safe mode guards against timing attacks; unsafe mode is faster
     */
    multiply(n, safe = true) {
      if (!safe && n === 0n)
        return I;
      arange(n, 1n, N);
      if (!safe && this.is0())
        return I;
      if (n === 1n)
        return this;
      if (this.equals(G))
        return wNAF(n).p;
      let p = I;
      let f = G;
      let d = this;
      for (let i2 = 0; safe ? i2 < 256 : n > 0n; i2++) {
        if (n & 1n)
          p = p.add(d);
        else if (safe)
          f = f.add(d);
        d = d.double();
        n >>= 1n;
      }
      return p;
    }
    multiplyUnsafe(scalar) {
      return this.multiply(scalar, false);
    }
    /** Convert point to 2d xy affine point. (X, Y, Z) ∋ (x=X/Z, y=Y/Z) */
    toAffine() {
      const { X, Y, Z } = this;
      if (this.equals(I))
        return { x: 0n, y: 1n };
      const iz = invert(Z, P);
      if (modP(Z * iz) !== 1n)
        throw new Error("invalid inverse");
      return { x: modP(X * iz), y: modP(Y * iz) };
    }
    toBytes() {
      const { x: x2, y } = this.toAffine();
      const b = numTo32bLE(y);
      b[31] |= x2 & 1n ? 128 : 0;
      return b;
    }
    toHex() {
      return bytesToHex2(this.toBytes());
    }
    clearCofactor() {
      return this.multiply(8n, false);
    }
    isSmallOrder() {
      return this.clearCofactor().is0();
    }
    isTorsionFree() {
      return this.multiply(N / 2n, false).double().add(this).is0();
    }
  };
  var G = new Point(Gx, Gy, 1n, mod(Gx * Gy));
  var I = new Point(0n, 1n, 1n, 0n);
  Point.BASE = G;
  Point.ZERO = I;
  var numTo32bLE = (num) => hexToBytes2(padh(arange(num, 0n, B256), 64)).reverse();
  var bytesToNumberLE = (b) => BigInt("0x" + bytesToHex2(Uint8Array.from(abytes2(b)).reverse()));
  var pow2 = (x2, power) => {
    let r = x2;
    while (power-- > 0) {
      r = modP(r * r);
    }
    return r;
  };
  var pow_2_252_3 = (x2) => {
    const x22 = modP(x2 * x2);
    const b22 = modP(x22 * x2);
    const b42 = modP(pow2(b22, 2) * b22);
    const b5 = modP(pow2(b42, 1) * x2);
    const b10 = modP(pow2(b5, 5) * b5);
    const b20 = modP(pow2(b10, 10) * b10);
    const b40 = modP(pow2(b20, 20) * b20);
    const b80 = modP(pow2(b40, 40) * b40);
    const b160 = modP(pow2(b80, 80) * b80);
    const b240 = modP(pow2(b160, 80) * b80);
    const b250 = modP(pow2(b240, 10) * b10);
    return modP(pow2(b250, 2) * x2);
  };
  var RM1 = 0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n;
  var uvRatio = (u, v) => {
    const v3 = modP(v * modP(v * v));
    const v7 = modP(modP(v3 * v3) * v);
    const pow = pow_2_252_3(modP(u * v7));
    let x2 = modP(u * modP(v3 * pow));
    const vx2 = modP(v * modP(x2 * x2));
    const root1 = x2;
    const root2 = modP(x2 * RM1);
    const useRoot1 = vx2 === u;
    const useRoot2 = vx2 === mod(-u);
    const noRoot = vx2 === mod(-u * RM1);
    if (useRoot1)
      x2 = root1;
    if (useRoot2 || noRoot)
      x2 = root2;
    if ((mod(x2) & 1n) === 1n)
      x2 = mod(-x2);
    return { isValid: useRoot1 || useRoot2, value: x2 };
  };
  var modL_LE = (hash) => modN(bytesToNumberLE(hash));
  var hashFinishSync = (res) => res[1](callHash("sha512", res[0]));
  var getZip215 = (options) => {
    if (options === null || typeof options !== "object")
      throw new TypeError("expected valid options object");
    return options.zip215 ?? true;
  };
  var _verify = (sig, msg, publicKey, options) => {
    sig = abytes2(sig, 64, "signature");
    msg = abytes2(msg, void 0, "message");
    publicKey = abytes2(publicKey, LEN, "publicKey");
    const zip215 = getZip215(options);
    const r = sig.subarray(0, LEN);
    const s = bytesToNumberLE(sig.subarray(LEN, 64));
    let A, R, SB;
    let hashable = Uint8Array.of();
    let finished = false;
    try {
      A = Point.fromBytes(publicKey, zip215);
      R = Point.fromBytes(r, zip215);
      SB = G.multiply(s, false);
      hashable = concatBytes2(r, publicKey, msg);
      finished = true;
    } catch (error) {
    }
    const finish = (hashed) => {
      if (!finished)
        return false;
      if (!zip215 && A.isSmallOrder())
        return false;
      const k = modL_LE(hashed);
      const RkA = R.add(A.multiply(k, false));
      return RkA.subtract(SB).clearCofactor().is0();
    };
    return [hashable, finish];
  };
  var verify = (signature2, message, publicKey, opts = {}) => hashFinishSync(_verify(signature2, message, publicKey, opts));
  var hashes = {
    sha512Async: async (message) => {
      const s = globalThis?.crypto?.subtle;
      if (!s)
        throw new Error("crypto.subtle must be defined, consider polyfill");
      return new Uint8Array(await s.digest("SHA-512", concatBytes2(message)));
    },
    sha512: void 0
  };
  var precompute = () => {
    const points = [];
    let p = G;
    let b;
    for (let w = 0; w < 33; w++) {
      b = p;
      points.push(b);
      for (let i2 = 1; i2 < 128; i2++) {
        b = b.add(p);
        points.push(b);
      }
      p = b.double();
    }
    return points;
  };
  var Gpows = void 0;
  var ctneg = (cnd, p) => {
    const n = p.negate();
    return cnd ? n : p;
  };
  var wNAF = (n) => {
    const comp = Gpows || (Gpows = precompute());
    let p = I;
    let f = G;
    for (let w = 0; w < 33; w++) {
      let wbits = Number(n & 255n);
      n >>= 8n;
      if (wbits > 128) {
        wbits -= 256;
        n += 1n;
      }
      const off = w * 128;
      const offP = off + Math.abs(wbits) - 1;
      const isOddW = w % 2 !== 0;
      const isNeg = wbits < 0;
      if (wbits === 0) {
        f = f.add(ctneg(isOddW, comp[off]));
      } else {
        p = p.add(ctneg(isNeg, comp[offP]));
      }
    }
    if (n !== 0n)
      throw new Error("invalid wnaf");
    return { p, f };
  };

  // libs/proof/src/checkpoint/keys.ts
  var MalformedKey = class extends Error {
  };
  var ED25519 = Uint8Array.of(1);
  var KEY_BYTES = 32;
  var ID_BYTES = 4;
  var isKeyName = (name) => /^[^\s+\p{Z}\p{Cc}]+$/u.test(name) && name.isWellFormed();
  function verifierKey(name, publicKey) {
    if (!isKeyName(name)) throw new MalformedKey("The name of a key is not empty, and holds no space and no plus.");
    if (publicKey.length !== KEY_BYTES) throw new MalformedKey("An Ed25519 key has 32 bytes.");
    const id = toHex(sha256(concatBytes(utf8ToBytes(`${name}
`), ED25519, publicKey)).subarray(0, ID_BYTES));
    return { name, id, publicKey };
  }
  function parseVerifierKey(text) {
    const [name, id, bytes] = parts(text);
    const key = verifierKey(name, bytes);
    if (key.id !== id) throw new MalformedKey("The id of the key is that of another key.");
    return key;
  }
  var FORM = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<encoded>\S+)$/;
  function parts(text) {
    const { name = "", id = "", encoded = "" } = FORM.exec(text)?.groups ?? {};
    const bytes = fromBase64(encoded);
    if (name === "" || bytes === null) throw new MalformedKey("A key is <name>+<id of 8 hexadecimal digits>+<Base64>.");
    if (bytes.length !== ED25519.length + KEY_BYTES || bytes[0] !== ED25519[0]) throw new MalformedKey("The key is no Ed25519 key.");
    return [name, id, bytes.subarray(1)];
  }

  // libs/proof/src/checkpoint/note.ts
  hashes.sha512 = sha512;
  var portableVerify = (signature2, bytes, publicKey) => signature2.length === SIGNATURE_BYTES && verify(signature2, bytes, publicKey, { zip215: false });
  var SIGNATURE_BYTES = 64;
  var ID_BYTES2 = 4;
  var MOST_SIGNATURES = 100;
  function openNote(note, known, verifySignature = portableVerify) {
    const parsed = parseNote(note);
    if (parsed === null) return { fault: "malformed" };
    const bytes = utf8ToBytes(parsed.text);
    const signedBy = [];
    for (const { name, id, signature: signature2 } of parsed.signatures) {
      const key = known.find((each) => each.name === name && each.id === id);
      if (key === void 0 || signedBy.includes(key)) continue;
      if (!verifySignature(signature2, bytes, key.publicKey)) return { fault: "signature-invalid" };
      signedBy.push(key);
    }
    return signedBy.length === 0 ? { fault: "unknown-key" } : { text: parsed.text, signedBy };
  }
  function parseNote(note) {
    const end = note.lastIndexOf("\n\n");
    if (end < 0 || !isNoteText(note)) return null;
    const lines = note.slice(end + 2, -1).split("\n");
    if (lines.length > MOST_SIGNATURES) return null;
    const signatures = lines.map(parseSignature);
    return signatures.every((signature2) => signature2 !== null) ? { text: note.slice(0, end + 1), signatures } : null;
  }
  function parseSignature(line) {
    const [dash, name = "", encoded = "", ...more] = line.split(" ");
    const bytes = fromBase64(encoded);
    if (dash !== "\u2014" || !isKeyName(name) || more.length > 0 || bytes === null || bytes.length <= ID_BYTES2) return null;
    return { name, id: toHex(bytes.subarray(0, ID_BYTES2)), signature: bytes.subarray(ID_BYTES2) };
  }
  var isNoteText = (text) => /^[^\u0000-\u0009\u000b-\u001f]*\n$/.test(text) && text.isWellFormed();

  // libs/proof/src/checkpoint/checkpoint.ts
  function parseCheckpoint(text) {
    const [origin = "", digits = "", encoded = "", ...more] = text.split("\n");
    const root = fromBase64(encoded);
    const size = Number(digits);
    if (origin === "" || !/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size) || root === null || !isHash(root)) return null;
    return more.at(-1) === "" && !more.slice(0, -1).includes("") ? { origin, size, root } : null;
  }
  function openCheckpoint(note, known, { origin, verifySignature } = {}) {
    const opened = openNote(note, known, verifySignature);
    if ("fault" in opened) return opened;
    const checkpoint = parseCheckpoint(opened.text);
    if (checkpoint === null) return { fault: "malformed" };
    if (origin !== void 0 && checkpoint.origin !== origin) return { fault: "other-origin" };
    return { checkpoint, signedBy: opened.signedBy };
  }

  // libs/proof/src/tree/hashes.ts
  var portableHash = (bytes) => sha256(bytes);
  var LEAF = 0;
  var NODE = 1;
  var HASH_BYTES2 = 32;
  function leafHash(entry, hash = portableHash) {
    const framed = new Uint8Array(1 + entry.length);
    framed[0] = LEAF;
    framed.set(entry, 1);
    return hash(framed);
  }
  var framedNode = new Uint8Array(1 + 2 * HASH_BYTES2);
  framedNode[0] = NODE;
  function nodeHash(left, right, hash = portableHash) {
    framedNode.set(left, 1);
    framedNode.set(right, 1 + HASH_BYTES2);
    return hash(framedNode);
  }
  function hashOfPeaks(peaks, hash = portableHash) {
    const last = peaks.at(-1);
    if (last === void 0) return hash(new Uint8Array(0));
    return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last);
  }

  // libs/proof/src/tree/shape.ts
  var isCount = (value) => Number.isSafeInteger(value) && value >= 0;

  // libs/proof/src/tree/check.ts
  var isOdd = (value) => value % 2 === 1;
  var half = (value) => Math.floor(value / 2);
  var up = ({ place, last }) => ({ place: half(place), last: half(last) });
  var fromLeft = ({ place, last }) => isOdd(place) || place === last;
  function upToSibling(walk) {
    let at = walk;
    while (!isOdd(at.place) && at.place !== 0) at = up(at);
    return up(at);
  }
  function provesInclusion(leaf, hashOfLeaf, { size, root }, path, hash) {
    if (!isCount(leaf) || !isCount(size) || leaf >= size || ![hashOfLeaf, root, ...path].every(isHash)) return false;
    let walk = { place: leaf, last: size - 1 };
    let reached = hashOfLeaf;
    for (const next of path) {
      if (walk.last === 0) return false;
      const left = fromLeft(walk);
      reached = left ? nodeHash(next, reached, hash) : nodeHash(reached, next, hash);
      walk = left ? upToSibling(walk) : up(walk);
    }
    return walk.last === 0 && sameBytes(reached, root);
  }
  function provesConsistency(earlier, later, path, hash) {
    if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false;
    if (![earlier.root, later.root, ...path].every(isHash)) return false;
    if (earlier.size === 0) return path.length === 0 && sameBytes(earlier.root, hashOfPeaks([], hash));
    if (earlier.size === later.size) return path.length === 0 && sameBytes(earlier.root, later.root);
    let walk = { place: earlier.size - 1, last: later.size - 1 };
    while (isOdd(walk.place)) walk = up(walk);
    const [first, ...rest] = walk.place === 0 ? [earlier.root, ...path] : path;
    if (first === void 0) return false;
    let [before, after] = [first, first];
    for (const next of rest) {
      if (walk.last === 0) return false;
      const left = fromLeft(walk);
      if (left) before = nodeHash(next, before, hash);
      after = left ? nodeHash(next, after, hash) : nodeHash(after, next, hash);
      walk = left ? upToSibling(walk) : up(walk);
    }
    return walk.last === 0 && sameBytes(before, earlier.root) && sameBytes(after, later.root);
  }

  // libs/proof/src/tree/tiles.ts
  var TILE_LEVELS = 8;
  var TILE_WIDTH = 2 ** TILE_LEVELS;

  // libs/proof/src/verifier/findings.ts
  var CHECKS = {
    checkpoint: "Signaturen p\xE5 loggens tilstand",
    chain: "Kjeden av hendelser",
    inclusion: "Hendelsens plass i loggen",
    continuation: "Loggens sammenheng med tidligere"
  };
  var FAULTS = {
    malformed: "er ikke i riktig form",
    "unknown-key": "er ikke gjort med en n\xF8kkel som er kjent her",
    "signature-invalid": "stemmer ikke med teksten: den er endret, eller signert av andre",
    "other-origin": "gjelder en annen logg",
    "revision-missing": "mangler en hendelse",
    "previous-hash-differs": "fortsetter ikke fra hendelsen f\xF8r",
    "hash-differs": "viser at hendelsen er endret",
    form: "kan ikke kontrolleres: filen er ikke i riktig form",
    "proof-missing": "er ikke bevist: beviset mangler",
    "event-missing": "er bevist for en hendelse som mangler i filen",
    "not-in-log": "stemmer ikke: beviset f\xF8rer ikke til det som er signert",
    "out-of-order": "stemmer ikke: rekkef\xF8lgen er endret",
    "not-continued": "stemmer ikke: det som var logget f\xF8r, er ikke begynnelsen p\xE5 loggen n\xE5",
    "rolled-back": "stemmer ikke: loggen er kortere enn den var"
  };
  var tellFinding = ({ check, place, fault }) => `${CHECKS[check]}${tellPlace(place)} ${fault === null ? "stemmer" : FAULTS[fault]}.`;
  function tellPlace({ stream, revision, earlier }) {
    if (earlier !== void 0) return ` (punkt ${earlier + 1})`;
    if (stream === void 0) return "";
    return revision === void 0 ? ` (${stream})` : ` (${stream}, nummer ${revision})`;
  }

  // libs/proof/src/verifier/proof-file.ts
  var PROOF_FORMAT = "kvp-proof-1";

  // libs/proof/src/verifier/read.ts
  var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  var isTexts = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
  var isListOf = (value, isItem) => Array.isArray(value) && value.every(isItem);
  var readEvents = (value) => isListOf(value, isEvent) ? value : null;
  function isEvent(value) {
    if (!isRecord(value)) return false;
    const { stream, revision, type, version, data, sealed, metadata } = value;
    const formed = typeof stream === "string" && typeof type === "string" && isCount(revision) && isCount(version);
    return formed && isRecord(data) && isRecord(metadata) && (sealed === null || isRecord(sealed)) && hasCanonicalForm(value);
  }
  function hasCanonicalForm(value) {
    try {
      canonical(value);
      return true;
    } catch {
      return false;
    }
  }
  var isInclusion = (value) => {
    if (!isRecord(value)) return false;
    const { stream, revision, leaf, path } = value;
    return typeof stream === "string" && isCount(revision) && isCount(leaf) && isTexts(path);
  };
  var isContinuation = (value) => isRecord(value) && typeof value["checkpoint"] === "string" && isTexts(value["path"]);
  function readProofFile(value) {
    if (!isRecord(value)) return null;
    const { format, checkpoint, inclusions: inclusions2, earlier } = value;
    const formed = format === PROOF_FORMAT && typeof checkpoint === "string";
    return formed && isListOf(inclusions2, isInclusion) && isListOf(earlier, isContinuation) ? { format: PROOF_FORMAT, checkpoint, inclusions: inclusions2, earlier } : null;
  }

  // libs/proof/src/verifier/verify.ts
  function verifyProof(events, proof, options) {
    const given = readEvents(events);
    const file = readProofFile(proof);
    const opened = file === null ? null : openCheckpoint(file.checkpoint, options.keys, options);
    const signed = opened !== null && "checkpoint" in opened ? opened.checkpoint : null;
    const findings = [
      finding("checkpoint", {}, opened === null ? "form" : "fault" in opened ? opened.fault : null),
      ...given === null ? [finding("chain", {}, "form")] : chains(given, options),
      ...inclusions(given ?? [], file?.inclusions ?? [], signed, options),
      ...continuations(file?.earlier ?? [], signed, options)
    ];
    return { holds: findings.every(({ fault }) => fault === null), checkpoint: signed, events: given?.length ?? 0, findings };
  }
  var finding = (check, place, fault) => ({ check, place, fault });
  function chains(events, { digest }) {
    return [...Map.groupBy(events, ({ stream }) => stream)].map(([stream, own]) => {
      let previous = null;
      for (const event of own) {
        const broken = chainFault(previous, event, digest);
        if (broken !== null) return finding("chain", { stream, revision: broken.revision }, broken.fault);
        previous = { revision: event.revision, hash: event.metadata.hash };
      }
      return finding("chain", { stream }, null);
    });
  }
  var keyOf = ({ stream, revision }) => `${revision} ${stream}`;
  function inclusions(events, proofs, signed, { hash }) {
    const byEvent = new Map(proofs.map((proof) => [keyOf(proof), proof]));
    const lastLeaf = /* @__PURE__ */ new Map();
    const found = events.map((event) => {
      const { stream, revision } = event;
      const proof = byEvent.get(keyOf(event));
      byEvent.delete(keyOf(event));
      const before = lastLeaf.get(stream) ?? -1;
      if (proof !== void 0) lastLeaf.set(stream, proof.leaf);
      return finding("inclusion", { stream, revision }, inclusionFault(event, proof, before, signed, hash));
    });
    const left = [...byEvent.values()].map(({ stream, revision }) => finding("inclusion", { stream, revision }, "event-missing"));
    return [...found, ...left];
  }
  function inclusionFault({ metadata }, proof, before, signed, hash) {
    if (proof === void 0) return "proof-missing";
    const entry = hashFromHex(metadata.hash);
    const path = hashesOf(proof.path);
    if (entry === null || path === null) return "form";
    if (signed === null || !provesInclusion(proof.leaf, leafHash(entry, hash), signed, path, hash)) return "not-in-log";
    return proof.leaf > before ? null : "out-of-order";
  }
  function continuations(earlier, signed, options) {
    return earlier.map((each, number) => finding("continuation", { earlier: number }, continuationFault(each, signed, options)));
  }
  function continuationFault({ checkpoint, path }, signed, options) {
    const opened = openCheckpoint(checkpoint, options.keys, options);
    if ("fault" in opened) return opened.fault;
    const hashes2 = hashesOf(path);
    if (hashes2 === null) return "form";
    if (signed === null) return "not-continued";
    if (opened.checkpoint.size > signed.size) return "rolled-back";
    return provesConsistency(opened.checkpoint, signed, hashes2, options.hash) ? null : "not-continued";
  }
  function hashesOf(path) {
    const hashes2 = path.map(hashFromHex);
    return hashes2.every((hash) => hash !== null) ? hashes2 : null;
  }

  // libs/appeal-file/src/verifier/look.ts
  var good = (text) => ({ holds: true, text });
  var bad = (text) => ({ holds: false, text });

  // libs/appeal-file/src/verifier/manifest.ts
  var MANIFEST_FORMAT = "kvp-appeal-file-1";
  var MANIFEST_PATH = "manifest.json";
  var MANIFEST_NOTE_PATH = "manifest.note";
  var EVENTS_PATH = "hendelser/hendelser.json";
  var OPENED_PATH = "hendelser/lesbare.json";
  var PROOF_PATH = "bevis/bevis.json";
  var KEYS_PATH = "bevis/nokler.txt";
  var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  var isFile = (value) => isObject(value) && typeof value["path"] === "string" && typeof value["title"] === "string" && Number.isSafeInteger(value["size"]) && /^[0-9a-f]{64}$/.test(String(value["sha256"]));
  function readManifest(value) {
    if (!isObject(value) || value["format"] !== MANIFEST_FORMAT) return null;
    const { caseId, appeal, edition, knownAt, revision, headHash, treeSize, missing, files } = value;
    const isFormed = [caseId, knownAt, headHash].every((each) => typeof each === "string") && [appeal, revision, treeSize ?? 0].every((each) => Number.isSafeInteger(each)) && (edition === "whole" || edition === "party") && Array.isArray(missing) && Array.isArray(files) && files.every(isFile);
    return isFormed ? value : null;
  }
  var manifestNote = (origin, sha2562) => `${origin}
${MANIFEST_FORMAT}
${sha2562}
`;

  // libs/appeal-file/src/verifier/opened.ts
  function openedFaults(events, opened) {
    if (!Array.isArray(opened)) return ["De lesbare hendelsene mangler eller er ikke i riktig form."];
    const told = opened;
    if (told.length !== events.length) return ["De lesbare hendelsene er ikke like mange som hendelsene."];
    return events.flatMap((event, at) => {
      const { revision, type, data } = told[at] ?? {};
      const isSame = revision === event.revision && type === event.type && data !== void 0 && canonical(data) === canonical(event.data);
      return isSame ? [] : [`Den lesbare hendelse ${event.revision} er en annen enn i loggen.`];
    });
  }

  // libs/appeal-file/src/verifier/read.ts
  var decoder = new TextDecoder("utf-8", { fatal: true });
  function textOf(bytes) {
    try {
      return bytes === void 0 ? null : decoder.decode(bytes);
    } catch {
      return null;
    }
  }
  function jsonOf(bytes) {
    try {
      return JSON.parse(textOf(bytes) ?? "null");
    } catch {
      return null;
    }
  }

  // libs/appeal-file/src/verifier/events-against.ts
  function* eventsAgainst(manifest, files, keys) {
    const events = readEvents(jsonOf(files.get(EVENTS_PATH)));
    if (events === null) {
      yield bad("Hendelsene mangler eller er ikke i riktig form.");
      return;
    }
    const proof = files.get(PROOF_PATH);
    if (proof !== void 0) yield* inLog(manifest, events, jsonOf(proof), keys);
    else {
      if (manifest.treeSize !== null) yield bad("Beviset for plassen i loggen mangler.");
      yield* inChain(events);
    }
    const last = events.at(-1);
    if (events.some(({ stream }) => stream !== `case-${manifest.caseId}`)) yield bad("Det er hendelser fra en annen sak i filen.");
    if (last?.revision !== manifest.revision || last.metadata.hash !== manifest.headHash)
      yield bad("Den siste hendelsen er en annen enn manifestet sier.");
    if (events.some(({ metadata }) => isAfter(metadata, manifest.knownAt)))
      yield bad("Det er hendelser som kom etter tidspunktet til filen.");
    yield* openedFaults(events, jsonOf(files.get(OPENED_PATH))).map(bad);
  }
  function* inLog(manifest, events, proof, keys) {
    const { findings, checkpoint } = verifyProof(events, proof, { keys });
    const wrong = findings.filter(({ fault }) => fault !== null);
    for (const finding2 of wrong) yield bad(tellFinding(finding2));
    if (wrong.length === 0) yield good(`Hver av de ${events.length} hendelsene st\xE5r i loggen, og ingen av dem er endret.`);
    if (checkpoint !== null && checkpoint.size !== manifest.treeSize) yield bad("St\xF8rrelsen p\xE5 loggen er en annen enn manifestet sier.");
  }
  function* inChain(events) {
    const faults = events.flatMap((event, at) => {
      const before = events[at - 1];
      return chainFault(before === void 0 ? null : { revision: before.revision, hash: String(before.metadata.hash) }, event) ?? [];
    });
    for (const { revision } of faults) yield bad(`Kjeden av hendelser er brutt ved hendelse ${revision}.`);
    if (faults.length === 0) yield good(`Kjeden av ${events.length} hendelser henger sammen.`);
  }
  var isAfter = (metadata, knownAt) => {
    const { recordedAt } = metadata;
    return typeof recordedAt !== "string" || !(Date.parse(recordedAt) <= Date.parse(knownAt));
  };

  // node_modules/fflate/esm/browser.js
  var u8 = Uint8Array;
  var u16 = Uint16Array;
  var i32 = Int32Array;
  var fleb = new u8([
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
    1,
    1,
    1,
    2,
    2,
    2,
    2,
    3,
    3,
    3,
    3,
    4,
    4,
    4,
    4,
    5,
    5,
    5,
    5,
    0,
    /* unused */
    0,
    0,
    /* impossible */
    0
  ]);
  var fdeb = new u8([
    0,
    0,
    0,
    0,
    1,
    1,
    2,
    2,
    3,
    3,
    4,
    4,
    5,
    5,
    6,
    6,
    7,
    7,
    8,
    8,
    9,
    9,
    10,
    10,
    11,
    11,
    12,
    12,
    13,
    13,
    /* unused */
    0,
    0
  ]);
  var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
  var freb = function(eb, start) {
    var b = new u16(31);
    for (var i2 = 0; i2 < 31; ++i2) {
      b[i2] = start += 1 << eb[i2 - 1];
    }
    var r = new i32(b[30]);
    for (var i2 = 1; i2 < 30; ++i2) {
      for (var j = b[i2]; j < b[i2 + 1]; ++j) {
        r[j] = j - b[i2] << 5 | i2;
      }
    }
    return { b, r };
  };
  var _a2 = freb(fleb, 2);
  var fl = _a2.b;
  var revfl = _a2.r;
  fl[28] = 258, revfl[258] = 28;
  var _b = freb(fdeb, 0);
  var fd = _b.b;
  var revfd = _b.r;
  var rev = new u16(32768);
  for (i = 0; i < 32768; ++i) {
    x = (i & 43690) >> 1 | (i & 21845) << 1;
    x = (x & 52428) >> 2 | (x & 13107) << 2;
    x = (x & 61680) >> 4 | (x & 3855) << 4;
    rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
  }
  var x;
  var i;
  var hMap = (function(cd, mb, r) {
    var s = cd.length;
    var i2 = 0;
    var l = new u16(mb);
    for (; i2 < s; ++i2) {
      if (cd[i2])
        ++l[cd[i2] - 1];
    }
    var le = new u16(mb);
    for (i2 = 1; i2 < mb; ++i2) {
      le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
    }
    var co;
    if (r) {
      co = new u16(1 << mb);
      var rvb = 15 - mb;
      for (i2 = 0; i2 < s; ++i2) {
        if (cd[i2]) {
          var sv = i2 << 4 | cd[i2];
          var r_1 = mb - cd[i2];
          var v = le[cd[i2] - 1]++ << r_1;
          for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
            co[rev[v] >> rvb] = sv;
          }
        }
      }
    } else {
      co = new u16(s);
      for (i2 = 0; i2 < s; ++i2) {
        if (cd[i2]) {
          co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
        }
      }
    }
    return co;
  });
  var flt = new u8(288);
  for (i = 0; i < 144; ++i)
    flt[i] = 8;
  var i;
  for (i = 144; i < 256; ++i)
    flt[i] = 9;
  var i;
  for (i = 256; i < 280; ++i)
    flt[i] = 7;
  var i;
  for (i = 280; i < 288; ++i)
    flt[i] = 8;
  var i;
  var fdt = new u8(32);
  for (i = 0; i < 32; ++i)
    fdt[i] = 5;
  var i;
  var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
  var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
  var max = function(a) {
    var m = a[0];
    for (var i2 = 1; i2 < a.length; ++i2) {
      if (a[i2] > m)
        m = a[i2];
    }
    return m;
  };
  var bits = function(d, p, m) {
    var o = p / 8 | 0;
    return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
  };
  var bits16 = function(d, p) {
    var o = p / 8 | 0;
    return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
  };
  var shft = function(p) {
    return (p + 7) / 8 | 0;
  };
  var slc = function(v, s, e) {
    if (s == null || s < 0)
      s = 0;
    if (e == null || e > v.length)
      e = v.length;
    return new u8(v.subarray(s, e));
  };
  var ec = [
    "unexpected EOF",
    "invalid block type",
    "invalid length/literal",
    "invalid distance",
    "stream finished",
    "no stream handler",
    ,
    // determined by compression function
    "no callback",
    "invalid UTF-8 data",
    "extra field too long",
    "date not in range 1980-2099",
    "filename too long",
    "stream finishing",
    "invalid zip data"
    // determined by unknown compression method
  ];
  var err = function(ind, msg, nt) {
    var e = new Error(msg || ec[ind]);
    e.code = ind;
    if (Error.captureStackTrace)
      Error.captureStackTrace(e, err);
    if (!nt)
      throw e;
    return e;
  };
  var inflt = function(dat, st, buf, dict) {
    var sl = dat.length, dl = dict ? dict.length : 0;
    if (!sl || st.f && !st.l)
      return buf || new u8(0);
    var noBuf = !buf;
    var resize = noBuf || st.i != 2;
    var noSt = st.i;
    if (noBuf)
      buf = new u8(sl * 3);
    var cbuf = function(l2) {
      var bl = buf.length;
      if (l2 > bl) {
        var nbuf = new u8(Math.max(bl * 2, l2));
        nbuf.set(buf);
        buf = nbuf;
      }
    };
    var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
    var tbts = sl * 8;
    do {
      if (!lm) {
        final = bits(dat, pos, 1);
        var type = bits(dat, pos + 1, 3);
        pos += 3;
        if (!type) {
          var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
          if (t > sl) {
            if (noSt)
              err(0);
            break;
          }
          if (resize)
            cbuf(bt + l);
          buf.set(dat.subarray(s, t), bt);
          st.b = bt += l, st.p = pos = t * 8, st.f = final;
          continue;
        } else if (type == 1)
          lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
        else if (type == 2) {
          var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
          var tl = hLit + bits(dat, pos + 5, 31) + 1;
          pos += 14;
          var ldt = new u8(tl);
          var clt = new u8(19);
          for (var i2 = 0; i2 < hcLen; ++i2) {
            clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
          }
          pos += hcLen * 3;
          var clb = max(clt), clbmsk = (1 << clb) - 1;
          var clm = hMap(clt, clb, 1);
          for (var i2 = 0; i2 < tl; ) {
            var r = clm[bits(dat, pos, clbmsk)];
            pos += r & 15;
            var s = r >> 4;
            if (s < 16) {
              ldt[i2++] = s;
            } else {
              var c = 0, n = 0;
              if (s == 16)
                n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
              else if (s == 17)
                n = 3 + bits(dat, pos, 7), pos += 3;
              else if (s == 18)
                n = 11 + bits(dat, pos, 127), pos += 7;
              while (n--)
                ldt[i2++] = c;
            }
          }
          var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
          lbt = max(lt);
          dbt = max(dt);
          lm = hMap(lt, lbt, 1);
          dm = hMap(dt, dbt, 1);
        } else
          err(1);
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
      }
      if (resize)
        cbuf(bt + 131072);
      var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
      var lpos = pos;
      for (; ; lpos = pos) {
        var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
        pos += c & 15;
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (!c)
          err(2);
        if (sym < 256)
          buf[bt++] = sym;
        else if (sym == 256) {
          lpos = pos, lm = null;
          break;
        } else {
          var add2 = sym - 254;
          if (sym > 264) {
            var i2 = sym - 257, b = fleb[i2];
            add2 = bits(dat, pos, (1 << b) - 1) + fl[i2];
            pos += b;
          }
          var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
          if (!d)
            err(3);
          pos += d & 15;
          var dt = fd[dsym];
          if (dsym > 3) {
            var b = fdeb[dsym];
            dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
          }
          if (pos > tbts) {
            if (noSt)
              err(0);
            break;
          }
          if (resize)
            cbuf(bt + 131072);
          var end = bt + add2;
          if (bt < dt) {
            var shift = dl - dt, dend = Math.min(dt, end);
            if (shift + bt < 0)
              err(3);
            for (; bt < dend; ++bt)
              buf[bt] = dict[shift + bt];
          }
          for (; bt < end; ++bt)
            buf[bt] = buf[bt - dt];
        }
      }
      st.l = lm, st.p = lpos, st.b = bt, st.f = final;
      if (lm)
        final = 1, st.m = lbt, st.d = dm, st.n = dbt;
    } while (!final);
    return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
  };
  var et = /* @__PURE__ */ new u8(0);
  var b2 = function(d, b) {
    return d[b] | d[b + 1] << 8;
  };
  var b4 = function(d, b) {
    return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
  };
  var b8 = function(d, b) {
    return b4(d, b) + b4(d, b + 4) * 4294967296;
  };
  function inflateSync(data, opts) {
    return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
  }
  var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
  var tds = 0;
  try {
    td.decode(et, { stream: true });
    tds = 1;
  } catch (e) {
  }
  var dutf8 = function(d) {
    for (var r = "", i2 = 0; ; ) {
      var c = d[i2++];
      var eb = (c > 127) + (c > 223) + (c > 239);
      if (i2 + eb > d.length)
        return { s: r, r: slc(d, i2 - 1) };
      if (!eb)
        r += String.fromCharCode(c);
      else if (eb == 3) {
        c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
      } else if (eb & 1)
        r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
      else
        r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
    }
  };
  function strFromU8(dat, latin1) {
    if (latin1) {
      var r = "";
      for (var i2 = 0; i2 < dat.length; i2 += 16384)
        r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
      return r;
    } else if (td) {
      return td.decode(dat);
    } else {
      var _a3 = dutf8(dat), s = _a3.s, r = _a3.r;
      if (r.length)
        err(8);
      return s;
    }
  }
  var slzh = function(d, b) {
    return b + 30 + b2(d, b + 26) + b2(d, b + 28);
  };
  var zh = function(d, b, z) {
    var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
    var _a3 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a3[0], su = _a3[1], off = _a3[2];
    return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
  };
  var z64hs = function(d, b, l, z, sc, su, off) {
    var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
    var nf = nsc + nsu + noff;
    if (z && nf) {
      for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
        if (b2(d, b) == 1) {
          return [
            nsc ? b8(d, b + 4 + 8 * nsu) : sc,
            nsu ? b8(d, b + 4) : su,
            noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
            1
          ];
        }
      }
      if (z < 2)
        err(13);
    }
    return [sc, su, off, 0];
  };
  function unzipSync(data, opts) {
    var files = {};
    var e = data.length - 22;
    for (; b4(data, e) != 101010256; --e) {
      if (!e || data.length - e > 65558)
        err(13);
    }
    ;
    var c = b2(data, e + 8);
    if (!c)
      return {};
    var o = b4(data, e + 16);
    var z = b4(data, e - 20) == 117853008;
    if (z) {
      var ze = b4(data, e - 12);
      z = b4(data, ze) == 101075792;
      if (z) {
        c = b4(data, ze + 32);
        o = b4(data, ze + 48);
      }
    }
    var fltr = opts && opts.filter;
    for (var i2 = 0; i2 < c; ++i2) {
      var _a3 = zh(data, o, z), c_2 = _a3[0], sc = _a3[1], su = _a3[2], fn = _a3[3], no = _a3[4], off = _a3[5], b = slzh(data, off);
      o = no;
      if (!fltr || fltr({
        name: fn,
        size: sc,
        originalSize: su,
        compression: c_2
      })) {
        if (!c_2)
          files[fn] = slc(data, b, b + sc);
        else if (c_2 == 8)
          files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
        else
          err(14, "unknown compression type " + c_2);
      }
    }
    return files;
  }

  // libs/appeal-file/src/verifier/read-zip.ts
  var SAFE = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;
  function readZip(bytes) {
    const names = [];
    try {
      const files = unzipSync(bytes, { filter: ({ name }) => names.push(name) > 0 });
      return { files: new Map(Object.entries(files)), faults: [...nameFaults(names), ...endFaults(bytes)] };
    } catch {
      return null;
    }
  }
  function nameFaults(names) {
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    const unsafe = names.filter((name) => !SAFE.test(name) || name.includes(".."));
    return [
      ...twice.map((name) => `Filen \xAB${name}\xBB er der to ganger.`),
      ...unsafe.map((name) => `Navnet \xAB${name}\xBB kan f\xF8re ut av mappen, og er ikke fra oss.`)
    ];
  }
  var END = [80, 75, 5, 6];
  var LOCAL = [80, 75, 3, 4];
  var END_LENGTH = 22;
  function endFaults(bytes) {
    const has = (at, mark) => mark.every((byte, index) => bytes[at + index] === byte);
    return [
      ...has(0, LOCAL) ? [] : ["Det st\xE5r noe foran den f\xF8rste filen."],
      ...has(bytes.length - END_LENGTH, END) ? [] : ["Det st\xE5r noe etter slutten av filen."]
    ];
  }

  // libs/appeal-file/src/verifier/verify-file.ts
  function verifyFile(bytes, believed) {
    const zip = readZip(bytes);
    if (zip === null) return verdict(null, [bad("Filen kan ikke leses som en zip-fil.")], []);
    const { files } = zip;
    const manifestBytes = files.get(MANIFEST_PATH);
    if (manifestBytes === void 0) return verdict(null, [bad("Manifestet mangler.")], []);
    const manifest = readManifest(jsonOf(manifestBytes));
    if (manifest === null) return verdict(null, [bad("Manifestet er ikke i riktig form.")], []);
    const keys = keysOf(believed ?? textOf(files.get(KEYS_PATH)) ?? "");
    const looks = [
      ...zip.faults.map(bad),
      ...filesAgainst(manifest, files),
      ...signature(manifestBytes, files, keys, believed !== void 0),
      ...eventsAgainst(manifest, files, keys)
    ];
    return verdict(manifest, looks, reservations(files, believed));
  }
  var verdict = (manifest, looks, said) => ({
    holds: looks.every(({ holds }) => holds),
    manifest,
    looks,
    reservations: said
  });
  function* filesAgainst(manifest, files) {
    const listed = /* @__PURE__ */ new Set([MANIFEST_PATH, MANIFEST_NOTE_PATH]);
    let right = 0;
    for (const { path, size, sha256: hash } of manifest.files) {
      if (listed.has(path)) yield bad(`Manifestet har \xAB${path}\xBB to ganger.`);
      listed.add(path);
      const content = files.get(path);
      if (content === void 0) yield bad(`\xAB${path}\xBB mangler.`);
      else if (content.length !== size) yield bad(`\xAB${path}\xBB har ikke st\xF8rrelsen som manifestet sier.`);
      else if (bytesToHex(sha256(content)) !== hash) yield bad(`\xAB${path}\xBB er endret.`);
      else right += 1;
    }
    for (const path of files.keys()) if (!listed.has(path)) yield bad(`\xAB${path}\xBB st\xE5r ikke i manifestet.`);
    if (right === manifest.files.length) yield good(`Alle de ${right} filene er som manifestet sier.`);
  }
  function signature(manifestBytes, files, keys, isExpected) {
    const note = textOf(files.get(MANIFEST_NOTE_PATH));
    if (note === null) return isExpected || files.has(KEYS_PATH) ? [bad("Signaturen p\xE5 manifestet mangler.")] : [];
    const opened = openNote(note, keys);
    if ("fault" in opened) return [bad(`Signaturen p\xE5 manifestet ${NOTE_FAULT[opened.fault]}.`)];
    const origin = opened.signedBy[0]?.name ?? "";
    const isOurs = opened.text === manifestNote(origin, bytesToHex(sha256(manifestBytes)));
    return [isOurs ? good(`Manifestet er signert av ${origin}.`) : bad("Signaturen gjelder et annet manifest: det er endret.")];
  }
  var NOTE_FAULT = {
    malformed: "er ikke i riktig form",
    "unknown-key": "er ikke gjort med en n\xF8kkel som er kjent her",
    "signature-invalid": "stemmer ikke"
  };
  function reservations(files, believed) {
    return [
      ...files.has(MANIFEST_NOTE_PATH) ? [] : ["Filen er ikke signert. Sammenlign hashen med den som ble oppgitt da den ble laget."],
      ...files.has(MANIFEST_NOTE_PATH) && believed === void 0 ? ["N\xF8kkelen er hentet fra filen selv. Sammenlign den med n\xF8kkelen som kommunen har gitt deg p\xE5 annen m\xE5te."] : [],
      "Det som er personlig i en hendelse, st\xE5r forseglet i loggen. At den lesbare teksten er den forseglede, bygger p\xE5 signaturen p\xE5 manifestet."
    ];
  }
  var keysOf = (text) => text.split("\n").flatMap((line) => {
    try {
      return line.trim() === "" ? [] : [parseVerifierKey(line.trim())];
    } catch {
      return [];
    }
  });

  // libs/appeal-file/src/verifier/program.ts
  function tellVerdict({ holds, manifest, looks, reservations: reservations2 }) {
    return [
      ...manifest === null ? [] : [`Klage ${manifest.appeal} i sak ${manifest.caseId}, slik saken var kjent ${manifest.knownAt}.`],
      ...looks.map((look) => `${look.holds ? "OK  " : "FEIL"} ${look.text}`),
      ...reservations2.map((text) => `Merk ${text}`),
      holds ? "Filen er hel og uendret." : "Filen er ikke som den var da den ble laget."
    ];
  }
  function runInNode(node) {
    const [, , file, keys] = node.argv;
    const say = (line) => node.stdout.write(`${line}
`);
    if (file === void 0) {
      say("Bruk: node kontroller.mjs <fil.zip> [n\xF8kler.txt]");
      node.exitCode = 64;
      return;
    }
    const fs = node.getBuiltinModule("node:fs");
    const verdict2 = verifyFile(new Uint8Array(fs.readFileSync(file)), keys === void 0 ? void 0 : fs.readFileSync(keys, "utf8"));
    tellVerdict(verdict2).forEach(say);
    node.exitCode = verdict2.holds ? 0 : 1;
  }
  function runInPage(page) {
    const [input, keys, answer] = ["#fil", "#nokler", "#svar"].map((selector) => page.querySelector(selector));
    if (input == null || keys == null || answer == null) return;
    const verify2 = async () => {
      const chosen = input.files?.[0];
      if (chosen === void 0) return;
      const verdict2 = verifyFile(new Uint8Array(await chosen.arrayBuffer()), keys.value.trim() === "" ? void 0 : keys.value);
      answer.className = verdict2.holds ? "hel" : "brutt";
      const lines = tellVerdict(verdict2).map((line) => Object.assign(page.createElement("li"), { textContent: line }));
      answer.replaceChildren(...lines);
    };
    for (const field of [input, keys]) field.addEventListener("change", () => void verify2());
  }
  var world = globalThis;
  if (world.document !== void 0) runInPage(world.document);
  else if (world.process !== void 0) runInNode(world.process);
})();

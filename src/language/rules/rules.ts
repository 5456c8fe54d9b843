/** The checks a bound schema goes through, in the order their messages come. */

import type { Binding } from "../binding.js";
import { checkDomains } from "./domains.js";
import { checkDuplicates } from "./duplicates.js";
import { checkEmpty } from "./empty.js";
import { checkGeneratedColumns } from "./generated-columns.js";
import { checkIdentities } from "./identities.js";
import { checkKeyColumns } from "./key-columns.js";
import { checkKeyLengths } from "./key-lengths.js";
import { checkKeyTypes } from "./key-types.js";
import { checkMixins } from "./mixins.js";
import { checkNames } from "./names.js";
import { checkPrimaryKeys } from "./primary-keys.js";

export type Rule = (binding: Binding) => void;

export const rules: readonly Rule[] = [
  checkDuplicates,
  checkNames,
  checkEmpty,
  checkKeyColumns,
  checkKeyLengths,
  checkKeyTypes,
  checkPrimaryKeys,
  checkIdentities,
  checkGeneratedColumns,
  checkMixins,
  checkDomains,
];

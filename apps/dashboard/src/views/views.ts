import type { Component } from 'svelte';
import type { View } from '../lib/address/place';
import Anomalies from './Anomalies.svelte';
import Blocks from './Blocks.svelte';
import Breakdown from './Breakdown.svelte';
import Funnel from './Funnel.svelte';
import HandOver from './HandOver.svelte';
import Letter from './Letter.svelte';
import Overview from './Overview.svelte';
import Region from './Region.svelte';

export const viewOf: Readonly<Record<View, Component>> = {
  overview: Overview, funnel: Funnel, breakdown: Breakdown, blocks: Blocks, anomalies: Anomalies, region: Region, letter: Letter, handover: HandOver,
};

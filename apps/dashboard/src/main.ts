import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { here } from './lib/address/location.svelte';
import { live } from './lib/live.svelte';
import { theme } from './lib/theme.svelte';

theme.start();
here.start();
live.start();
mount(App, { target: document.getElementById('netral')! });

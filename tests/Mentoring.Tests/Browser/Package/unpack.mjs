// Unpacks the browser of the package (and the libraries it needs) into the temporary folder; prints where it lies.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());

"""One file for each kind of chart, under the name that authors give it."""

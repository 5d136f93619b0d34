"""One file for each slide layout, under the name that authors give it."""

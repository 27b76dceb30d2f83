// The page does the work; each page of the shell stands for itself, so the app keeps nothing.

App({});

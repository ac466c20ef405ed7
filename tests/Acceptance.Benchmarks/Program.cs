using Acceptance.Benchmarks;

return await CommandLine.Run(args);

using Acceptance.Cli;

return await new CommandLine(Console.Out, Console.Error, Environment.GetEnvironmentVariable).Run(args);

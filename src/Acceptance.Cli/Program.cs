using Acceptance.Cli;

return await new CommandLine(Console.Out, Console.Error, Environment.GetEnvironmentVariable)
{
    OnTerminal = !Console.IsOutputRedirected,
}.Run(args);

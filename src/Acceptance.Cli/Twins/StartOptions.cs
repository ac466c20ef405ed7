using System.CommandLine;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Faults;

namespace Acceptance.Cli.Twins;

/// <summary>How a twin is started: the options that `serve` and `run` share.</summary>
internal sealed class StartOptions
{
    private readonly Option<string> _world = new("--world") { Description = "accepted: the workload cluster stands; rebuilt: no image, template or cluster yet; deployed-before-teardown: where phase-00 starts.", DefaultValueFactory = _ => "accepted" };
    private readonly Option<string[]> _faults = new("--fault") { Description = "Breaks it from the start; more than once for more.", HelpName = "ID" };
    private readonly Option<int> _seed = NumberOption.Whole("--seed", "Draws ids and victims.", "N", 12, int.MinValue, int.MaxValue);
    private readonly Option<int> _latency = NumberOption.Whole("--latency", "Wall time added to every answer.", "MS", 0, 0, 60_000);
    private readonly Option<int> _runOn = NumberOption.Whole("--run-on", "Cloud seconds a wall second while nobody waits on its clock; 0: it stands.", "FACTOR", 60, 0, 100_000);

    public StartOptions() => _world.AcceptOnlyFromAmong("accepted", "rebuilt", "deployed-before-teardown");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_world, _faults, _seed, _latency, _runOn]) command.Add(option);
    }

    public TwinOptions Read(ParseResult parsed) => new()
    {
        World = parsed.GetRequiredValue(_world),
        Seed = parsed.GetValue(_seed),
        Faults = parsed.GetValue(_faults) ?? [],
        RunsOn = parsed.GetValue(_runOn),
        Latency = TimeSpan.FromMilliseconds(parsed.GetValue(_latency)),
    };

    /// <summary>A started twin; a fault that it does not know is the user's mistake.</summary>
    public static Twin Start(TwinOptions options)
    {
        try
        {
            return Twin.Start(options);
        }
        catch (UnknownFaultException unknown)
        {
            throw new Refusal(ExitCode.Usage, unknown.Message);
        }
    }
}

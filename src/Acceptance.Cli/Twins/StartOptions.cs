using System.CommandLine;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.World.Untidy;

namespace Acceptance.Cli.Twins;

/// <summary>How a twin is started: the options that `serve` and `run` share.</summary>
internal sealed class StartOptions
{
    private readonly Option<string> _world = new("--world")
    {
        Description =
            "accepted: the workload cluster stands; rebuilt: no image, template or cluster yet; "
            + "deployed-before-teardown: where phase-00 starts.",
        DefaultValueFactory = _ => "accepted",
    };
    private readonly Option<string[]> _faults = new("--fault")
    {
        Description = "Breaks it from the start; more than once for more.",
        HelpName = "ID",
    };
    private readonly Option<string[]> _untidy = new("--untidy")
    {
        Description =
            "What a healthy cloud may have besides, and what its plan on paper has not; drawn: by the seed; all.",
        HelpName = "ID",
    };
    private readonly Option<int> _seed = NumberOption.Whole(
        "--seed",
        "Draws ids and victims.",
        "N",
        12,
        int.MinValue,
        int.MaxValue
    );
    private readonly Option<int> _latency = NumberOption.Whole(
        "--latency",
        "Wall time added to every answer.",
        "MS",
        0,
        0,
        60_000
    );
    private readonly Option<int> _runOn = NumberOption.Whole(
        "--run-on",
        "Cloud seconds a wall second while nobody waits on its clock; 0: it stands.",
        "FACTOR",
        60,
        0,
        100_000
    );

    private readonly Option<Scale?> _scale = new("--scale")
    {
        Description = "How large the cloud is: hosts (their units follow), servers and loadbalancers in all.",
        HelpName = "hosts=8,servers=40,loadbalancers=3",
        CustomParser = Scale.Parse,
    };

    public StartOptions() => _world.AcceptOnlyFromAmong("accepted", "rebuilt", "deployed-before-teardown");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_world, _faults, _untidy, _scale, _seed, _latency, _runOn])
            command.Add(option);
    }

    public TwinOptions Read(ParseResult parsed) =>
        new()
        {
            World = parsed.GetRequiredValue(_world),
            Seed = parsed.GetValue(_seed),
            Faults = parsed.GetValue(_faults) ?? [],
            Untidy = parsed.GetValue(_untidy) ?? [],
            Plan = parsed.GetValue(_scale) is { } scale ? scale.Of : plan => plan,
            RunsOn = parsed.GetValue(_runOn),
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(_latency)),
        };

    /// <summary>A started twin; a fault or an untidiness that it does not know is the user's mistake.</summary>
    public static Twin Start(TwinOptions options)
    {
        try
        {
            return Twin.Start(options);
        }
        catch (Exception unknown) when (unknown is UnknownFaultException or UnknownUntidinessException)
        {
            throw new Refusal(ExitCode.Usage, unknown.Message);
        }
    }

    /// <summary>A line for each untidiness of the twin's world.</summary>
    public static IEnumerable<string> Untidy(Twin twin) => twin.Untidy.Select(one => $"untidy   {one.Id}: {one.Says}");
}

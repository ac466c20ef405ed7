using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Traps;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// What our own drivers start while every check is asked of a cloud: recorded once a run, on a twin of its own, by
/// the twin.
/// </summary>
public sealed class OwnFlight(ICloudSource source)
{
    private readonly SharedOnce<IReadOnlyList<CalledProgram>> _called = new(
        "the record of our own drivers",
        () => Record(source)
    );

    public Task<IReadOnlyList<CalledProgram>> Called() => _called.Get();

    private static async Task<IReadOnlyList<CalledProgram>> Record(ICloudSource source)
    {
        await using var rehearsal = await source.OpenRehearsal("accepted");
        await rehearsal.Ask(CheckCatalogue.All);
        return
        [
            .. (await rehearsal.Cloud.Faults.Started())
                .OrStop()
                .SelectMany(one => CalledProgram.Among([one.Program, .. one.Arguments], one.AsRoot)),
        ];
    }
}

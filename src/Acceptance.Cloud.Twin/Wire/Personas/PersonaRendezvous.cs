using System.Collections.Concurrent;
using System.Globalization;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>Brings a persona's side connections to the call that expects them.</summary>
internal sealed class PersonaRendezvous
{
    private readonly ConcurrentDictionary<string, PersonaRun> _expected = new(StringComparer.Ordinal);

    public void Expect(PersonaRun run) => _expected[run.Token] = run;

    public void Forget(PersonaRun run) => _expected.TryRemove(run.Token, out _);

    public async Task Meet(string what, FieldStream stream)
    {
        if (await stream.Next() is not { } token || !_expected.TryGetValue(token, out var run))
            return;
        switch (what)
        {
            case "out" or "stdin":
                run.Out.TrySetResult(await stream.Rest());
                break;
            case "err":
                run.Err.TrySetResult(await stream.Rest());
                break;
            default:
                run.Process = await Number(stream);
                var ended = await Number(stream);
                run.Process = null;
                run.Ended.TrySetResult(ended ?? 255);
                break;
        }
    }

    private static async Task<int?> Number(FieldStream stream) =>
        int.TryParse(await stream.Next(), CultureInfo.InvariantCulture, out var number) ? number : null;
}

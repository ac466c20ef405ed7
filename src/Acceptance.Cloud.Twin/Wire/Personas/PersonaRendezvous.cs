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
                await Fill(run.Out, stream);
                break;
            case "err":
                await Fill(run.Err, stream);
                break;
            default:
                if (await Number(stream) is { } process && stream.Peer is { } peer)
                    run.Claimed = (process, peer.Socket);
                var ended = await Number(stream);
                run.Claimed = null;
                run.Ended.TrySetResult(ended ?? 255);
                break;
        }
    }

    private static async Task Fill(TaskCompletionSource<byte[]> bytes, FieldStream stream)
    {
        try
        {
            bytes.TrySetResult(await stream.Rest());
        }
        catch (WireBoundException beyond)
        {
            bytes.TrySetException(beyond);
        }
    }

    private static async Task<int?> Number(FieldStream stream) =>
        int.TryParse(await stream.Next(), CultureInfo.InvariantCulture, out var number) ? number : null;
}

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>One client met one hostility.</summary>
/// <param name="Requests">What the hostile service was sent.</param>
/// <param name="Elsewhere">What the host was sent that it pointed to.</param>
/// <param name="Sent">Bytes that the hostile service could send.</param>
internal sealed record HostileMeeting(
    string Row,
    Ended Ended,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Elsewhere,
    long Sent
)
{
    public static async Task<HostileMeeting> Of(Hostility kind, HostileClient client)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            var clock = new SteppedClock();
            using var elsewhere = new HostileServer(
                said => said.Answer(200, "{}"),
                client.Shape,
                clock,
                new Uri("http://nowhere.invalid/"),
                (_, _) => null
            );
            using var server = new HostileServer(
                kind.Answer,
                client.Shape,
                clock,
                elsewhere.At,
                (at, request) => HostileClients.First(client, at, request)
            );
            var ended = await client.Ask(server, clock, folder);
            var told = ended
                .Sentence.Replace(elsewhere.At.Authority, "ELSEWHERE", StringComparison.Ordinal)
                .Replace(server.At.Authority, "HOST", StringComparison.Ordinal)
                .Replace(folder, "HOME", StringComparison.Ordinal);
            var row = string.Join('\t', kind, client, $"asked {server.Requests.Count}", ended.Why, told);
            return new(row, ended, [.. server.Requests], [.. elsewhere.Requests], server.Sent);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

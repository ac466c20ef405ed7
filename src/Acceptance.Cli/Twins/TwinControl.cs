using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Cli.Twins;

/// <summary>Speaks to a served twin's control wire.</summary>
internal sealed class TwinControl(Uri address) : IDisposable
{
    // Its path is the twin's word.
    private readonly string _shown = address.GetLeftPart(UriPartial.Authority) + "/";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = address,
    };

    public Task<JsonNode> Fault(string id, CancellationToken cancel) =>
        Ask(HttpMethod.Post, $"faults/{Uri.EscapeDataString(id)}", cancel);

    public Task<JsonNode> Heal(string id, CancellationToken cancel) =>
        Ask(HttpMethod.Delete, $"faults/{Uri.EscapeDataString(id)}", cancel);

    public Task<JsonNode> Faults(CancellationToken cancel) => Ask(HttpMethod.Get, "faults", cancel);

    public Task<JsonNode> State(CancellationToken cancel) => Ask(HttpMethod.Get, "state", cancel);

    /// <summary>What the flight recorder holds from entry number <paramref name="from"/> on.</summary>
    public async Task<JsonArray> Log(int from, CancellationToken cancel) =>
        (await Ask(HttpMethod.Get, $"log?from={from}", cancel)).AsArray();

    /// <summary>The cloud's now.</summary>
    public async Task<string> Now(CancellationToken cancel) =>
        (await Ask(HttpMethod.Get, "clock", cancel))["now"]!.GetValue<string>();

    public async Task<string> Advance(TimeSpan span, CancellationToken cancel) =>
        (
            await Ask(
                HttpMethod.Post,
                string.Create(CultureInfo.InvariantCulture, $"clock/advance?seconds={span.TotalSeconds}"),
                cancel
            )
        )["now"]!.GetValue<string>();

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Ask(HttpMethod method, string path, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await _http.SendAsync(request, cancel);
            var body = await answer.Content.ReadFromJsonAsync<JsonNode>(cancel);
            if (answer.IsSuccessStatusCode)
                return body!;
            throw new Refusal(
                ExitCode.Usage,
                body?["error"]?.GetValue<string>()
                    ?? $"The twin at {_shown} answered {(int)answer.StatusCode} to {method} {path}."
            );
        }
        catch (HttpRequestException silent)
        {
            throw new Refusal(
                ExitCode.Unreachable,
                $"No twin answers at {_shown} ({silent.Message.TrimEnd('.')}): "
                    + "it was ended, or never started. Start one with `acceptance twin serve --env-file F`."
            );
        }
        catch (System.Text.Json.JsonException)
        {
            throw new Refusal(
                ExitCode.Unreachable,
                $"What answers at {_shown} is no twin's control wire: it did not answer {method} {path} in JSON."
            );
        }
    }
}

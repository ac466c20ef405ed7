using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Who may ask the control wire: a program that has its address whole, with the word in it. No web page, which knows no
/// word, names another host or says where it came from. Other users of the machine are turned away before that (see
/// <see cref="Strangers"/>).
/// </summary>
internal sealed class ControlDoor(string address, int port)
{
    private const string WayOut =
        "ask at the address that ACCEPTANCE_CONTROL, or faultsAt in the twin's site.json, names whole";

    private readonly string _authority = $"{address}:{port}";
    private readonly string _word = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Where it is reached, its word in the path.</summary>
    public Uri At => new($"http://{_authority}/{_word}/");

    /// <summary>The status and the sentence of a refusal; null: what follows the word may be answered.</summary>
    public (int Status, string Sentence)? Refuses(HttpContext http)
    {
        var request = http.Request;
        if (request.Host.Value != _authority)
            return (403, $"The control wire is asked at {_authority}, not at '{request.Host.Value}': {WayOut}.");
        if (request.Headers.Origin.Count > 0)
            return (403, $"The control wire answers no web page ('{request.Headers.Origin}'): {WayOut}.");
        if (!Knows(request.Path.Value!))
            return (401, $"The control wire opens with the word of its twin: {WayOut}.");
        return request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0
            ? (413, "The control wire reads no body: what it is told stands in the address.")
            : null;
    }

    private bool Knows(string path) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(path.Split('/').ElementAtOrDefault(1) ?? ""),
            Encoding.ASCII.GetBytes(_word)
        );
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Benchmarks.Measuring;

namespace Acceptance.Benchmarks.Twins;

/// <summary>
/// Asks a twin the same thing many times, eight at a time over connections that stay open, from a process of its own.
/// </summary>
internal static class TwinLoad
{
    public const string Word = "load";
    private const int AtOnce = 8;

    /// <param name="rest">
    /// The twin's CA file, how many requests, an address; then header names and values by turns.
    /// </param>
    public static async Task<int> Run(string[] rest, TimeProvider clock)
    {
        using var client = Client(rest[0]);
        for (var header = 3; header + 1 < rest.Length; header += 2)
            client.DefaultRequestHeaders.TryAddWithoutValidation(rest[header], rest[header + 1]);
        var (requests, at) = (int.Parse(rest[1]), new Uri(rest[2]));
        // The connections and our own code are not what is measured.
        await Ask(client, at, 20 * AtOnce);
        var (_, spent) = await Spent.By(clock, () => Ask(client, at, requests));
        Child.Answer(requests / spent.Wall.TotalSeconds);
        return 0;
    }

    private static async Task<bool> Ask(HttpClient client, Uri at, int requests)
    {
        await Parallel.ForAsync(
            0,
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, stop) =>
            {
                using var answer = await client.GetAsync(at, stop);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{at} answered {(int)answer.StatusCode}.");
                await answer.Content.ReadAsByteArrayAsync(stop);
            }
        );
        return true;
    }

    private static HttpClient Client(string ca) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                MaxConnectionsPerServer = AtOnce,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(ca) },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
            }
        );
}

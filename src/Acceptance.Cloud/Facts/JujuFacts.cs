using System.Net;
using Acceptance.Cloud.Juju;

namespace Acceptance.Cloud.Facts;

/// <summary>The model and its controller.</summary>
public static class JujuFacts
{
    /// <summary>One `juju status`, containers and subordinates included.</summary>
    public static FactKey<JujuModel> Model { get; } =
        FactKey<JujuModel>.Still("juju model", source => source.Cloud.Juju.Status());

    /// <summary>The model's effective default space; asked once the model has answered.</summary>
    public static FactKey<string> DefaultSpace { get; } =
        FactKey<string>.Still(
            "juju default space",
            source => source.From(Model, _ => source.Cloud.Juju.DefaultSpace()),
            Model
        );

    /// <summary>Asked once the model has answered: an expired login is one finding.</summary>
    public static FactKey<JujuController> Controller { get; } =
        FactKey<JujuController>.Still(
            "juju controller",
            source => source.From(Model, _ => source.Cloud.Juju.Controller()),
            Model
        );

    /// <summary>
    /// The addresses of every application that an hacluster stands beside; one that has none (it goes by names) is
    /// left out.
    /// </summary>
    public static FactKey<IReadOnlyList<ApplicationVips>> Vips { get; } =
        FactKey<IReadOnlyList<ApplicationVips>>.Still(
            "juju vips",
            source => source.From(Model, model => AskVips(source.Cloud.Juju, model)),
            Model
        );

    private const string Clustered = "hacluster";

    private static async Task<Reading<IReadOnlyList<ApplicationVips>>> AskVips(IJuju juju, JujuModel model)
    {
        string[] behind =
        [
            .. model
                .Applications.Where(application => application.CharmName == Clustered)
                .SelectMany(application => application.SubordinateTo)
                .Distinct(),
        ];
        var options = await Task.WhenAll(behind.Select(name => juju.Option(name, "vip")));
        return options.OfType<Reading<string>.Unread>().FirstOrDefault() is { } unread
            ? unread.As<IReadOnlyList<ApplicationVips>>()
            : new Reading<IReadOnlyList<ApplicationVips>>.Seen(
                [
                    .. behind
                        .Zip(options, (name, option) => new ApplicationVips(name, Addresses(option.ValueOrDefault)))
                        .Where(one => one.Addresses.Count > 0),
                ],
                Evidence.Joined([.. options.OfType<Reading<string>.Seen>().Select(seen => seen.Evidence)])
            );
    }

    // A word that is no address is a warning that stands before them.
    private static IReadOnlyList<string> Addresses(string? option) =>
        [
            .. (option ?? "")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => IPAddress.TryParse(word, out _)),
        ];
}

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
}

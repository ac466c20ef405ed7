namespace Acceptance.Cloud.Juju;

/// <summary>
/// The option amp-image-tag of an application: the tag by which octavia looks for an amphora image, or with which
/// octavia-diskimage-retrofit marks the one that it builds. Empty where it is not set.
/// </summary>
public sealed record AmphoraImageTag(string Application, string CharmName, string Tag);

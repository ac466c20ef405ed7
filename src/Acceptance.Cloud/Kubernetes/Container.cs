namespace Acceptance.Cloud.Kubernetes;

/// <summary>A container's status: a crash loop shows here and not in the pod's phase (FACTS 0.14).</summary>
public sealed record Container(
    string Name,
    string Image,
    bool Ready,
    int Restarts,
    State<WaitingReason> WaitingReason,
    State<TerminationReason> LastTerminationReason,
    DateTimeOffset? LastTerminated
)
{
    /// <summary>The last word of its image's path: "capi-openstack-controller".</summary>
    public string ImageName => Words[0];

    /// <summary>The tag of its image, "v0.14.4"; null where the image is named by its digest alone.</summary>
    public string? ImageTag => Words is [_, var tag] ? tag : null;

    private string[] Words => Image.Split('@')[0].Split('/')[^1].Split(':', 2);
}

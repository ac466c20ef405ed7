namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>One import of an image, as its task tells it.</summary>
internal sealed class ImageTask
{
    public required string Id { get; init; }

    public required string ImageId { get; init; }

    public required string OwnerId { get; init; }

    public required string UserId { get; init; }

    public required string RequestId { get; init; }

    /// <summary>glance-direct or web-download.</summary>
    public required string Method { get; init; }

    public string? Uri { get; init; }

    /// <summary>processing, success, failure.</summary>
    public string Status { get; set; } = "processing";

    public string Message { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}

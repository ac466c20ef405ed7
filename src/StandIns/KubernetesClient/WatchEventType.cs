using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace k8s;

/// <summary>What happened to an object.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchEventType>))]
public enum WatchEventType
{
    [EnumMember(Value = "ADDED")]
    Added,

    [EnumMember(Value = "MODIFIED")]
    Modified,

    [EnumMember(Value = "DELETED")]
    Deleted,

    [EnumMember(Value = "ERROR")]
    Error,

    [EnumMember(Value = "BOOKMARK")]
    Bookmark,
}

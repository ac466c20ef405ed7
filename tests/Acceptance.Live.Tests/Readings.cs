using Acceptance.Cloud;

namespace Acceptance.Live.Tests;

/// <summary>What a test expects of a reading.</summary>
internal static class Readings
{
    public static T Value<T>(this Reading<T> reading)
    {
        if (reading is Reading<T>.Unread unread)
            Assert.Fail($"unread ({unread.Why}): {unread.Sentence}");
        return ((Reading<T>.Seen)reading).Value;
    }

    public static Reading<T>.Unread Unread<T>(this Reading<T> reading, Unreadable why)
    {
        reading.Should().BeOfType<Reading<T>.Unread>();
        var unread = (Reading<T>.Unread)reading;
        unread.Why.Should().Be(why, "{0}", unread.Sentence);
        return unread;
    }
}

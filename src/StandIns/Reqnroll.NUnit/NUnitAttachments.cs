using NUnit.Framework;
using Reqnroll.Infrastructure;

namespace Reqnroll.NUnit;

internal sealed class NUnitAttachments : IReqnrollAttachmentHandler
{
    public void AddAttachment(string filePath) => TestContext.AddTestAttachment(filePath);
}

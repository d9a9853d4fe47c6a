using Mentoring.Api.Features.Common.Imports;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ImportsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new FileApplied(Any, 0, 1, 0, 0), "Import", "ImportApplied: Named"),
    ];
}

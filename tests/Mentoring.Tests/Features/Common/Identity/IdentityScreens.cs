using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.Identity;

sealed class IdentityScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/profile", "mentor"),
        new("/school/$orgId/settings", "head"),
        new("/school/$orgId/invitations", "head"),
        new("/role-proposals", "region"),
        new("/admin/accounts/", "head"),
        new("/admin/accounts/$accountId", "admin", "", "/admin"),
    ];
}

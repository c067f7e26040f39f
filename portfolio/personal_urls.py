"""The pages that are their reader's alone."""

from django.urls import path

from portfolio.views.blocks import blocks
from portfolio.views.decisions import DecisionPage, decisions
from portfolio.views.my_feed import my_feed
from portfolio.views.notification_settings import NotificationSettingsPage
from portfolio.views.notifications import notifications, open_notification, read_notifications
from portfolio.views.reporting import ReportPage

urlpatterns = [
    path("feed", my_feed, name="my-feed"),
    path("notifications", notifications, name="notifications"),
    path("notifications/read", read_notifications, name="notifications-read"),
    path("notifications/<uuid:notification_id>", open_notification, name="notification"),
    path("notifications/settings", NotificationSettingsPage.as_view(), name="notification-settings"),
    path("report/<str:target_type>/<uuid:target_id>", ReportPage.as_view(), name="report"),
    path("decisions", decisions, name="decisions"),
    path("decisions/<uuid:decision_id>", DecisionPage.as_view(), name="decision"),
    path("blocks", blocks, name="blocks"),
]

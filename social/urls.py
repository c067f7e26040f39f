"""The pages of what people are told."""

from django.urls import path

from social.views.unsubscribing import UnsubscribePage

urlpatterns = [path("unsubscribe/<str:token>", UnsubscribePage.as_view(), name="unsubscribe")]
